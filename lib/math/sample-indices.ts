/**
 * A random choice without replacement.
 *
 * @param count how many of the indices 0 … size − 1; at most `size`.
 * @returns (count) distinct indices in random order; every choice and order is equally likely.
 */
export function sampleIndices({
  size,
  count,
  random,
}: {
  readonly size: number;
  readonly count: number;
  readonly random: () => number;
}): Int32Array {
  const indices = Int32Array.from({ length: size }, (_, index) => index);
  const taken = Math.min(count, size);
  for (let position = 0; position < taken; position++) {
    const other = position + Math.floor(random() * (size - position));
    const index = indices[position] as number;
    indices[position] = indices[other] as number;
    indices[other] = index;
  }
  return indices.slice(0, taken);
}
