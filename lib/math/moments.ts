/** Arithmetic mean; 0 of nothing. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += values[index] ?? 0;
  return values.length === 0 ? 0 : sum / values.length;
}

/** Population standard deviation (divides by n); 0 of nothing. */
export function deviation(values: ArrayLike<number>): number {
  const centre = mean(values);
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += ((values[index] ?? 0) - centre) ** 2;
  return values.length === 0 ? 0 : Math.sqrt(sum / values.length);
}

/** Values less their mean, divided by their deviation; all 0 if they do not vary. */
export function standardize(values: ArrayLike<number>): Float64Array {
  const centre = mean(values);
  const spread = deviation(values);
  return Float64Array.from(values, (value) => (spread === 0 ? 0 : (value - centre) / spread));
}
