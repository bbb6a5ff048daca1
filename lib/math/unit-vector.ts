/**
 * `vector` scaled to length 1; a zero vector stays zero. Divides by the largest entry first, so that very large and
 * very small vectors neither overflow nor vanish. Entries must be finite.
 */
export function unitVector(vector: ArrayLike<number>): Float64Array {
  const unit = Float64Array.from(vector);
  let largest = 0;
  for (const value of unit) largest = Math.max(largest, Math.abs(value));
  if (largest === 0) return unit;
  let squares = 0;
  for (let index = 0; index < unit.length; index++) {
    const scaled = (unit[index] ?? 0) / largest;
    unit[index] = scaled;
    squares += scaled * scaled;
  }
  const length = Math.sqrt(squares);
  for (let index = 0; index < unit.length; index++) unit[index] = (unit[index] ?? 0) / length;
  return unit;
}
