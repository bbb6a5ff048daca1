import { conjugateGradient } from "@/lib/math/conjugate-gradient";
import type { LinearOperator } from "@/lib/math/linear-operator";

/** scikit-learn's `sparse_cg` tolerance in the prototype; tighter changes no figure. */
const TOLERANCE = 1e-3;
const MAXIMUM_STEPS = 400;

export type RidgeFit = {
  /** (columns) */
  readonly coefficients: Float64Array;
  /** 0 unless asked for. */
  readonly intercept: number;
};

/**
 * Weighted ridge regression: minimises Σ w_i (y_i − x_i·β − c)² + α‖β‖². The intercept c is not penalised: it is taken
 * out by centring, as scikit-learn does for sparse input, so the design itself is never changed.
 * @param options.targets (rows)
 * @param options.rowWeights (rows) positive; all 1 if absent.
 */
export function fitRidge(options: {
  design: LinearOperator;
  targets: ArrayLike<number>;
  rowWeights?: ArrayLike<number>;
  alpha: number;
  intercept: boolean;
}): RidgeFit {
  const { design, targets, rowWeights, alpha } = options;
  const { rows, columns } = design;
  const weights = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) weights[row] = rowWeights?.[row] ?? 1;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const columnMeans = new Float64Array(columns);
  let targetMean = 0;
  if (options.intercept && total > 0) {
    design.multiplyTransposed(weights, columnMeans);
    for (let column = 0; column < columns; column += 1) columnMeans[column] = (columnMeans[column] ?? 0) / total;
    for (let row = 0; row < rows; row += 1) targetMean += ((weights[row] ?? 0) * (targets[row] ?? 0)) / total;
  }
  const residualPush = (rowValues: Float64Array): Float64Array => {
    // (A − 1·meanᵀ)ᵀ W v, without ever forming the centred A.
    const out = new Float64Array(columns);
    let sum = 0;
    for (let row = 0; row < rows; row += 1) {
      rowValues[row] = (rowValues[row] ?? 0) * (weights[row] ?? 0);
      sum += rowValues[row] ?? 0;
    }
    design.multiplyTransposed(rowValues, out);
    for (let column = 0; column < columns; column += 1) {
      out[column] = (out[column] ?? 0) - sum * (columnMeans[column] ?? 0);
    }
    return out;
  };
  const meanDot = (vector: Float64Array): number => {
    let sum = 0;
    for (let column = 0; column < columns; column += 1) {
      sum += (columnMeans[column] ?? 0) * (vector[column] ?? 0);
    }
    return sum;
  };
  const centredTargets = Float64Array.from({ length: rows }, (_, row) => (targets[row] ?? 0) - targetMean);
  const coefficients = conjugateGradient({
    apply: (vector) => {
      const fitted = new Float64Array(rows);
      design.multiply(vector, fitted);
      const shift = meanDot(vector);
      for (let row = 0; row < rows; row += 1) fitted[row] = (fitted[row] ?? 0) - shift;
      const out = residualPush(fitted);
      for (let column = 0; column < columns; column += 1) {
        out[column] = (out[column] ?? 0) + alpha * (vector[column] ?? 0);
      }
      return out;
    },
    rightSide: residualPush(centredTargets),
    tolerance: TOLERANCE,
    maximumSteps: MAXIMUM_STEPS,
  });
  return { coefficients, intercept: targetMean - meanDot(coefficients) };
}
