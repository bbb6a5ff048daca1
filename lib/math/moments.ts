/** Plain sum, in order; 0 of nothing. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < values.length; index += 1) total += values[index] ?? 0;
  return total;
}

/** Arithmetic mean; 0 of nothing. */
export const mean = (values: ArrayLike<number>): number => (values.length === 0 ? 0 : sum(values) / values.length);

/** Population standard deviation (divides by n); 0 of nothing. */
export function deviation(values: ArrayLike<number>): number {
  const centre = mean(values);
  let squares = 0;
  for (let index = 0; index < values.length; index += 1) squares += ((values[index] ?? 0) - centre) ** 2;
  return values.length === 0 ? 0 : Math.sqrt(squares / values.length);
}

/** Values less their mean, divided by their deviation; all 0 if they do not vary. */
export function standardize(values: ArrayLike<number>): Float64Array {
  const centre = mean(values);
  const spread = deviation(values);
  return Float64Array.from(values, (value) => (spread === 0 ? 0 : (value - centre) / spread));
}
