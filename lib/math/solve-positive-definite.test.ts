import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solvePositiveDefinite } from "./solve-positive-definite";

describe("solvePositiveDefinite", () => {
  it("solves a system worked by hand: [[4, 2], [2, 3]] x = [10, 9] has x = [1.5, 2]", () => {
    const vector = Float64Array.of(10, 9);
    expect(solvePositiveDefinite(Float64Array.of(4, 2, 2, 3), vector)).toBe(true);
    expect([...vector]).toEqual([expect.closeTo(1.5, 12), expect.closeTo(2, 12)]);
  });

  it("says so when the matrix is not positive definite", () => {
    expect(solvePositiveDefinite(Float64Array.of(1, 2, 2, 1), Float64Array.of(1, 1))).toBe(false);
    expect(solvePositiveDefinite(Float64Array.of(0), Float64Array.of(1))).toBe(false);
    expect(solvePositiveDefinite(Float64Array.of(Number.NaN), Float64Array.of(1))).toBe(false);
  });

  it("recovers x from A·x for A = BᵀB + I", () => {
    const entry = fc.double({ min: -3, max: 3, noNaN: true });
    const size = 4;
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: size * size, maxLength: size * size }),
        fc.array(entry, { minLength: size, maxLength: size }),
        (b, x) => {
          const cell = (row: number, column: number) =>
            x.reduce(
              (sum, _, k) => sum + (b[k * size + row] ?? 0) * (b[k * size + column] ?? 0),
              row === column ? 1 : 0,
            );
          const matrix = Float64Array.from({ length: size * size }, (_, i) => cell(Math.floor(i / size), i % size));
          const vector = Float64Array.from(x, (_, row) => x.reduce((sum, value, k) => sum + cell(row, k) * value, 0));
          expect(solvePositiveDefinite(matrix, vector)).toBe(true);
          for (const [index, value] of x.entries()) expect(vector[index]).toBeCloseTo(value, 8);
        },
      ),
    );
  });
});
