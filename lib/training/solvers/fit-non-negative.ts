/** Coordinate descent settles in a handful of sweeps for three columns; this many is far beyond enough. */
const SWEEPS = 500;

/**
 * Non-negative ridge regression for few columns: minimises Σ w_i (y_i − x_i·β)² + λ‖β‖² over β ≥ 0, by coordinate
 * descent on the normal equations.
 * @returns (columns) coefficients.
 */
export function fitNonNegative(options: {
  rows: readonly (readonly number[])[];
  targets: ArrayLike<number>;
  rowWeights: ArrayLike<number>;
  /** Ridge strength as a share of the mean diagonal of the Gram matrix. */
  relativeRidge: number;
}): number[] {
  const { rows, targets, rowWeights, relativeRidge } = options;
  const columns = rows[0]?.length ?? 0;
  const gram = Array.from({ length: columns }, () => new Float64Array(columns));
  const right = new Float64Array(columns);
  rows.forEach((row, index) => {
    const weight = rowWeights[index] ?? 0;
    row.forEach((left, i) => {
      right[i] = (right[i] ?? 0) + weight * left * (targets[index] ?? 0);
      const gramRow = gram[i];
      row.forEach((other, j) => {
        if (gramRow !== undefined) gramRow[j] = (gramRow[j] ?? 0) + weight * left * other;
      });
    });
  });
  const trace = gram.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
  const ridge = columns === 0 ? 0 : (relativeRidge * trace) / columns;
  const coefficients = new Float64Array(columns);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    gram.forEach((row, i) => {
      let residual = right[i] ?? 0;
      for (let j = 0; j < columns; j += 1) if (j !== i) residual -= (row[j] ?? 0) * (coefficients[j] ?? 0);
      const diagonal = (row[i] ?? 0) + ridge;
      coefficients[i] = diagonal > 0 ? Math.max(0, residual / diagonal) : 0;
    });
  }
  return Array.from(coefficients);
}
