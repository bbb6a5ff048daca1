/**
 * Dot products of the rows `start..end` (end excluded) of a row-major matrix with one vector.
 * @param out receives the product of row i at index i.
 * @returns the largest of them; −Infinity if there are no rows.
 */
export function rowDots(request: {
  readonly matrix: Float32Array | Float64Array;
  readonly vector: Float64Array;
  readonly start: number;
  readonly end: number;
  readonly out: Float64Array;
}): number {
  const { matrix, vector, start, end, out } = request;
  const width = vector.length;
  let largest = Number.NEGATIVE_INFINITY;
  let position = start * width;
  for (let row = start; row < end; row++) {
    let sum = 0;
    for (let column = 0; column < width; column++) sum += (matrix[position++] ?? 0) * (vector[column] ?? 0);
    out[row] = sum;
    if (sum > largest) largest = sum;
  }
  return largest;
}
