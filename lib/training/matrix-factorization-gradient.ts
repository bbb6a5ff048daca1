import { sigmoid } from "@/lib/math/sigmoid";

/** P (vectors × hidden), W (hidden × dimensions) and w (hidden) of the matrix-factorization model, row-major. */
export type MatrixFactorizationParameters = {
  readonly modelVectors: Float64Array;
  readonly projection: Float64Array;
  readonly classifier: Float64Array;
};

/** One battle as the loss sees it; `a` and `b` are rows of P, `outcome` in [0, 1] is A's share of the win. */
export type MatrixFactorizationExample = {
  readonly input: Float64Array;
  readonly a: number;
  readonly b: number;
  readonly outcome: number;
  readonly weight: number;
};

/**
 * Adds one battle's gradient of weight · binary cross-entropy(σ(δ(A) − δ(B)), outcome) to `gradient`.
 *
 * With h = W·e, p̂ = p/‖p‖, z = Σ wₖ (p̂Aₖ − p̂Bₖ) hₖ and g = weight · (σ(z) − outcome):
 * ∂w = g (p̂A − p̂B) ⊙ h, ∂W = g (w ⊙ (p̂A − p̂B)) eᵀ, ∂p̂A = g w ⊙ h = −∂p̂B, and through the normalisation
 * ∂p = (∂p̂ − p̂ (p̂·∂p̂)) / ‖p‖.
 * @returns the battle's loss.
 */
export function addMatrixFactorizationGradient(
  parameters: MatrixFactorizationParameters,
  gradient: MatrixFactorizationParameters,
  { input, a, b, outcome, weight }: MatrixFactorizationExample,
): number {
  const { modelVectors, projection, classifier } = parameters;
  const hidden = classifier.length;
  const dimensions = input.length;
  const lengthA = rowLength(modelVectors, a, hidden);
  const lengthB = rowLength(modelVectors, b, hidden);
  const projected = new Float64Array(hidden);
  let logit = 0;
  for (let k = 0; k < hidden; k++) {
    let sum = 0;
    for (let column = 0; column < dimensions; column++) {
      sum += (projection[k * dimensions + column] ?? 0) * (input[column] ?? 0);
    }
    projected[k] = sum;
    const unitA = (modelVectors[a * hidden + k] ?? 0) / lengthA;
    const unitB = (modelVectors[b * hidden + k] ?? 0) / lengthB;
    logit += (classifier[k] ?? 0) * (unitA - unitB) * sum;
  }
  const slope = weight * (sigmoid(logit) - outcome);
  let alongA = 0;
  let alongB = 0;
  for (let k = 0; k < hidden; k++) {
    const unitA = (modelVectors[a * hidden + k] ?? 0) / lengthA;
    const unitB = (modelVectors[b * hidden + k] ?? 0) / lengthB;
    const upstream = slope * (classifier[k] ?? 0) * (projected[k] ?? 0);
    alongA += unitA * upstream;
    alongB += unitB * upstream;
    gradient.classifier[k] = (gradient.classifier[k] ?? 0) + slope * (unitA - unitB) * (projected[k] ?? 0);
    const factor = slope * (classifier[k] ?? 0) * (unitA - unitB);
    for (let column = 0; column < dimensions; column++) {
      const index = k * dimensions + column;
      gradient.projection[index] = (gradient.projection[index] ?? 0) + factor * (input[column] ?? 0);
    }
  }
  for (let k = 0; k < hidden; k++) {
    const upstream = slope * (classifier[k] ?? 0) * (projected[k] ?? 0);
    const indexA = a * hidden + k;
    const indexB = b * hidden + k;
    const unitA = (modelVectors[indexA] ?? 0) / lengthA;
    const unitB = (modelVectors[indexB] ?? 0) / lengthB;
    gradient.modelVectors[indexA] = (gradient.modelVectors[indexA] ?? 0) + (upstream - unitA * alongA) / lengthA;
    gradient.modelVectors[indexB] = (gradient.modelVectors[indexB] ?? 0) - (upstream - unitB * alongB) / lengthB;
  }
  // −ln of the probability given to the outcome: max(z, 0) − z·outcome + ln(1 + e^−|z|).
  return weight * (Math.max(logit, 0) - logit * outcome + Math.log1p(Math.exp(-Math.abs(logit))));
}

/** Length of one row; a zero row is never reached from a random start, and 1 keeps it from dividing by zero. */
function rowLength(matrix: Float64Array, row: number, width: number): number {
  let squares = 0;
  for (let k = 0; k < width; k++) squares += (matrix[row * width + k] ?? 0) ** 2;
  return Math.sqrt(squares) || 1;
}
