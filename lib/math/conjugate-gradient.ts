import { dot } from "./dot";

/**
 * Solves M·x = b for a symmetric positive definite M given as a product, by conjugate gradients from x = 0.
 * @param options.tolerance stops when the residual is this small relative to b.
 * @returns (n) solution.
 */
export function conjugateGradient(options: {
  apply: (vector: Float64Array) => Float64Array;
  rightSide: Float64Array;
  tolerance: number;
  maximumSteps: number;
}): Float64Array {
  const { apply, rightSide, tolerance, maximumSteps } = options;
  const solution = new Float64Array(rightSide.length);
  const residual = rightSide.slice();
  const direction = rightSide.slice();
  let squared = dot(residual, residual);
  const enough = tolerance * tolerance * squared;
  for (let step = 0; step < maximumSteps && squared > enough; step += 1) {
    const image = apply(direction);
    const length = squared / dot(direction, image);
    for (let index = 0; index < solution.length; index += 1) {
      solution[index] = (solution[index] ?? 0) + length * (direction[index] ?? 0);
      residual[index] = (residual[index] ?? 0) - length * (image[index] ?? 0);
    }
    const next = dot(residual, residual);
    const turn = next / squared;
    for (let index = 0; index < direction.length; index += 1) {
      direction[index] = (residual[index] ?? 0) + turn * (direction[index] ?? 0);
    }
    squared = next;
  }
  return solution;
}
