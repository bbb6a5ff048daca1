import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { denseOperator } from "@/lib/math/linear-operator";
import { solvePositiveDefinite } from "@/lib/math/solve-positive-definite";
import { fitRidge } from "./fit-ridge";

const design = (rows: readonly (readonly number[])[]) => denseOperator(rows.map((row) => Float64Array.from(row)));
const line = design([[1], [2], [3]]);

describe("fitRidge", () => {
  it("shrinks by hand: x = 1, 2, 3 and y = 2, 4, 6 have Sxy = 4, Sxx = 2, so α = 2 gives slope 1 and intercept 2", () => {
    const { coefficients, intercept } = fitRidge({ design: line, targets: [2, 4, 6], alpha: 2, intercept: true });
    expect(coefficients[0]).toBeCloseTo(1, 12);
    expect(intercept).toBeCloseTo(2, 12);
  });

  it("goes through the origin without an intercept: Σxy / (Σx² + α) = 28 / (14 + 14)", () => {
    const { coefficients, intercept } = fitRidge({ design: line, targets: [2, 4, 6], alpha: 14, intercept: false });
    expect(coefficients[0]).toBeCloseTo(1, 12);
    expect(intercept).toBe(0);
  });

  it("weighs by hand: weights 1, 1, 2 have means 2.25 and 4.5, Sxx = 2.75, Sxy = 5.5", () => {
    const options = { design: line, targets: [2, 4, 6], rowWeights: [1, 1, 2], alpha: 2.75, intercept: true };
    const { coefficients, intercept } = fitRidge(options);
    expect(coefficients[0]).toBeCloseTo(1, 12);
    expect(intercept).toBeCloseTo(2.25, 12);
  });

  it("fits the mean alone where nothing else is known, and 0 where there are no rows", () => {
    const flat = fitRidge({ design: design([[0], [0]]), targets: [1, 5], alpha: 1, intercept: true });
    expect([...flat.coefficients, flat.intercept]).toEqual([0, 3]);
    const none = fitRidge({ design: design([]), targets: [], alpha: 1, intercept: true });
    expect([...none.coefficients, none.intercept]).toEqual([0]);
  });

  const entry = fc.integer({ min: -4, max: 4 });
  const problem = fc.record({
    rows: fc.array(fc.tuple(entry, entry, entry, entry, fc.integer({ min: 1, max: 3 })), {
      minLength: 1,
      maxLength: 12,
    }),
    alpha: fc.constantFrom(0.5, 1, 10),
  });

  it("agrees with the closed form (XᵀWX + αI)⁻¹ XᵀWy of centred columns to the solver's tolerance", () => {
    fc.assert(
      fc.property(problem, ({ rows, alpha }) => {
        const x = rows.map((row) => row.slice(0, 3));
        const y = rows.map((row) => row[3]);
        const w = rows.map((row) => row[4]);
        const total = w.reduce((sum, weight) => sum + weight, 0);
        const weighted = (value: (row: number) => number) =>
          w.reduce((sum, weight, row) => sum + weight * value(row), 0);
        const means = [0, 1, 2].map((column) => weighted((row) => x[row]?.[column] ?? 0) / total);
        const targetMean = weighted((row) => y[row] ?? 0) / total;
        const centred = (row: number, column: number) => (x[row]?.[column] ?? 0) - (means[column] ?? 0);
        const matrix = Float64Array.from({ length: 9 }, (_, at) => {
          const [i, j] = [Math.floor(at / 3), at % 3];
          return weighted((row) => centred(row, i) * centred(row, j)) + (i === j ? alpha : 0);
        });
        const right = Float64Array.from([0, 1, 2], (i) =>
          weighted((row) => centred(row, i) * ((y[row] ?? 0) - targetMean)),
        );
        // ‖error‖ ≤ ‖residual‖ / smallest eigenvalue, which is at least α; the residual is at most .001 of the right side.
        const bound = (1.01e-3 * Math.hypot(...right)) / alpha + 1e-12;
        solvePositiveDefinite(matrix, right);
        const fit = fitRidge({ design: design(x), targets: y, rowWeights: w, alpha, intercept: true });
        expect(Math.hypot(...fit.coefficients.map((value, i) => value - (right[i] ?? 0)))).toBeLessThanOrEqual(bound);
        const fitted = (row: number) =>
          fit.intercept + (x[row] ?? []).reduce((sum, value, i) => sum + value * (fit.coefficients[i] ?? 0), 0);
        expect(weighted((row) => (y[row] ?? 0) - fitted(row))).toBeCloseTo(0, 9);
      }),
    );
  });

  it("takes a row of weight 2 for the row twice", () => {
    fc.assert(
      fc.property(problem, ({ rows, alpha }) => {
        const repeated = rows.flatMap((row) => Array.from({ length: row[4] }, () => row));
        const common = { alpha, intercept: true };
        const weighed = fitRidge({
          ...common,
          design: design(rows.map((row) => row.slice(0, 3))),
          targets: rows.map((row) => row[3]),
          rowWeights: rows.map((row) => row[4]),
        });
        const twice = fitRidge({
          ...common,
          design: design(repeated.map((row) => row.slice(0, 3))),
          targets: repeated.map((row) => row[3]),
        });
        weighed.coefficients.forEach((value, i) => {
          expect(value).toBeCloseTo(twice.coefficients[i] ?? Number.NaN, 6);
        });
      }),
    );
  });
});
