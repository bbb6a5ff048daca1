/**
 * Solves `matrix · x = vector` for a symmetric positive-definite matrix, in place, by Cholesky: L·Lᵀ = matrix, then
 * L·z = vector, then Lᵀ·x = z. Allocates nothing, because routers call it several times a prompt.
 * @param matrix (size × size) row-major; its lower triangle is read and overwritten with L.
 * @param vector (size) right-hand side, overwritten with the solution.
 * @returns false if the matrix is not positive definite to working precision; both arrays are then half-overwritten.
 */
export function solvePositiveDefinite(matrix: Float64Array, vector: Float64Array): boolean {
  const size = vector.length;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column] ?? 0;
      for (let k = 0; k < column; k++) sum -= (matrix[row * size + k] ?? 0) * (matrix[column * size + k] ?? 0);
      if (column < row) matrix[row * size + column] = sum / (matrix[column * size + column] ?? 0);
      else if (sum > 0) matrix[row * size + row] = Math.sqrt(sum);
      else return false;
    }
  }
  for (let row = 0; row < size; row++) {
    let sum = vector[row] ?? 0;
    for (let k = 0; k < row; k++) sum -= (matrix[row * size + k] ?? 0) * (vector[k] ?? 0);
    vector[row] = sum / (matrix[row * size + row] ?? 0);
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = vector[row] ?? 0;
    for (let k = row + 1; k < size; k++) sum -= (matrix[k * size + row] ?? 0) * (vector[k] ?? 0);
    vector[row] = sum / (matrix[row * size + row] ?? 0);
  }
  return true;
}
