/** One row of a sparse matrix: no column twice, in any order. */
export type SparseRow = { readonly columns: Uint16Array; readonly values: Float32Array };

/** @returns row · weights, over the row's columns alone. */
export function sparseDot(row: SparseRow, weights: ArrayLike<number>): number {
  const { columns, values } = row;
  let sum = 0;
  for (let index = 0; index < columns.length; index += 1) {
    sum += (values[index] ?? 0) * (weights[columns[index] ?? 0] ?? 0);
  }
  return sum;
}
