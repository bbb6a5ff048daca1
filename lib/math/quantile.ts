/**
 * Quantile of values that are already ascending, type 7 (the default of R, NumPy and pandas): the value at position
 * (n − 1)·probability, counted from 0, with linear interpolation between neighbours.
 *
 * @param probability in [0, 1].
 * @returns NaN if there is no value.
 */
export function quantileOfSorted(sorted: ArrayLike<number>, probability: number): number {
  const position = (sorted.length - 1) * probability;
  const below = Math.floor(position);
  const lower = sorted[below] ?? Number.NaN;
  const upper = sorted[below + 1] ?? lower;
  const fraction = position - below;
  // From the nearer neighbour, as NumPy does, so that equal neighbours and fractions 0 and 1 give exact values.
  return fraction < 0.5 ? lower + (upper - lower) * fraction : upper - (upper - lower) * (1 - fraction);
}

/** Quantile (type 7) of values in any order; see {@link quantileOfSorted}. The input is left as it is. */
export function quantile(values: ArrayLike<number>, probability: number): number {
  return quantileOfSorted(Float64Array.from(values).sort(), probability);
}
