import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conjugateGradient } from "./conjugate-gradient";
import { dot } from "./dot";

const productOf = (matrix: readonly (readonly number[])[]) => (vector: Float64Array) =>
  Float64Array.from(matrix, (row) => dot(row, vector));

describe("conjugateGradient", () => {
  const apply = productOf([
    [4, 1],
    [1, 3],
  ]);

  it("solves [[4, 1], [1, 3]] x = [1, 2] with x = [1/11, 7/11] in two steps", () => {
    const solution = conjugateGradient({ apply, rightSide: Float64Array.of(1, 2), tolerance: 0, maximumSteps: 2 });
    expect([...solution]).toEqual([expect.closeTo(1 / 11, 12), expect.closeTo(7 / 11, 12)]);
  });

  it("takes a first step of steepest descent: (b·b / b·Mb) b = (5/20) b", () => {
    const solution = conjugateGradient({ apply, rightSide: Float64Array.of(1, 2), tolerance: 0, maximumSteps: 1 });
    expect([...solution]).toEqual([0.25, 0.5]);
  });

  it("returns 0 for a right side of 0 and asks for no product", () => {
    const never = () => {
      throw new Error("no product is needed");
    };
    const solution = conjugateGradient({
      apply: never,
      rightSide: new Float64Array(3),
      tolerance: 1e-9,
      maximumSteps: 9,
    });
    expect([...solution]).toEqual([0, 0, 0]);
  });

  it("leaves a residual of at most `tolerance` of b, for M = BᵀB + I", () => {
    const size = 5;
    const entry = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.array(entry, { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
        fc.array(entry, { minLength: size, maxLength: size }),
        (b, right) => {
          const matrix = b.map((_, row) =>
            b.map((_, column) =>
              b.reduce((sum, line) => sum + (line[row] ?? 0) * (line[column] ?? 0), row === column ? 1 : 0),
            ),
          );
          const product = productOf(matrix);
          const rightSide = Float64Array.from(right);
          const solution = conjugateGradient({ apply: product, rightSide, tolerance: 1e-6, maximumSteps: 50 });
          const residual = product(solution).map((value, index) => (rightSide[index] ?? 0) - value);
          // The residual is carried along, not computed anew: rounding may add a little.
          expect(Math.hypot(...residual)).toBeLessThanOrEqual(1.01e-6 * Math.hypot(...rightSide) + 1e-13);
        },
      ),
    );
  });
});
