import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitNonNegative } from "./fit-non-negative";

const ones = (length: number) => Array.from({ length }, () => 1);

describe("fitNonNegative", () => {
  it("is least squares where that is positive: x = 1, 2, y = 2, 4", () => {
    expect(fitNonNegative({ rows: [[1], [2]], targets: [2, 4], rowWeights: [1, 1], relativeRidge: 0 })).toEqual([2]);
  });

  it("adds the ridge relative to the mean diagonal: 10 / (5 + 1·5)", () => {
    expect(fitNonNegative({ rows: [[1], [2]], targets: [2, 4], rowWeights: [1, 1], relativeRidge: 1 })).toEqual([1]);
  });

  it("weighs rows: (1·1·2 + 3·2·0) / (1·1 + 3·4)", () => {
    const [slope] = fitNonNegative({ rows: [[1], [2]], targets: [2, 0], rowWeights: [1, 3], relativeRidge: 0 });
    expect(slope).toBeCloseTo(2 / 13, 12);
  });

  it("holds at 0 what would be negative, and refits the rest: y = x₁ − x₂ on (1,0), (1,1), (0,1)", () => {
    // With x₂ out, x₁ alone explains y = 1, 0, −1 by (1 + 0) / 2.
    const rows = [
      [1, 0],
      [1, 1],
      [0, 1],
    ];
    const fitted = fitNonNegative({ rows, targets: [1, 0, -1], rowWeights: ones(3), relativeRidge: 0 });
    expect(fitted[0]).toBeCloseTo(0.5, 9);
    expect(fitted[1]).toBe(0);
  });

  it("gives 0 for a column of zeros and nothing for no rows", () => {
    expect(fitNonNegative({ rows: [[0], [0]], targets: [1, 1], rowWeights: ones(2), relativeRidge: 0.5 })).toEqual([0]);
    expect(fitNonNegative({ rows: [], targets: [], rowWeights: [], relativeRidge: 0.5 })).toEqual([]);
  });

  it("meets the conditions of a minimum over β ≥ 0: no slope where β > 0, none downhill where β = 0", () => {
    const entry = fc.integer({ min: -5, max: 5 });
    const rowsOf = fc.array(fc.tuple(entry, entry, entry, entry), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(rowsOf, (quadruples) => {
        const rows = quadruples.map((row) => row.slice(0, 3));
        const targets = quadruples.map((row) => row[3]);
        const relativeRidge = 0.5;
        const beta = fitNonNegative({ rows, targets, rowWeights: ones(rows.length), relativeRidge });
        const trace = rows.flat().reduce((sum, value) => sum + value * value, 0);
        beta.forEach((value, i) => {
          const slope = rows.reduce(
            (sum, row, at) => {
              const fitted = row.reduce((total, x, j) => total + x * (beta[j] ?? 0), 0);
              return sum + (row[i] ?? 0) * (fitted - (targets[at] ?? 0));
            },
            ((relativeRidge * trace) / 3) * value,
          );
          expect(value).toBeGreaterThanOrEqual(0);
          if (value > 0) expect(slope).toBeCloseTo(0, 6);
          else expect(slope).toBeGreaterThan(-1e-6);
        });
      }),
    );
  });
});
