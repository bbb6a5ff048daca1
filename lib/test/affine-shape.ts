/**
 * How `values` stand to one another apart from shift and scale: each, relative to the first two. Out-of-fold columns are
 * standardised over all rows, so what one row's fit says can be compared between two runs only up to such a change.
 */
export function affineShape(values: readonly number[]): number[] {
  const [first = 0, second = 0] = values;
  return values.map((value) => (value - first) / (second - first));
}
