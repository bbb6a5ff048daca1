import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outcomeLabels, qualityLabels } from "./teacher-labels";

const scores = fc.double({ min: -3, max: 3, noNaN: true });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("soft labels of the teacher", () => {
  it("are probabilities that depend on the score alone", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -50, max: 50 }), (score) => {
        for (const labels of [outcomeLabels(score), qualityLabels(score)]) {
          expect(sum(labels)).toBeCloseTo(1, 6);
          expect(Math.min(...labels)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it("keep the teacher's order in the win rates they stand for", () => {
    fc.assert(
      fc.property(scores, scores, (a, b) => {
        fc.pre(a + 1e-3 < b);
        expect(outcomeLabels(a)[0]).toBeLessThan(outcomeLabels(b)[0] ?? 0);
        expect(sum(qualityLabels(a).slice(3))).toBeGreaterThan(sum(qualityLabels(b).slice(3)));
      }),
    );
  });

  it("treat equal models alike, and good and not good alike at the mean", () => {
    expect(outcomeLabels(0)).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(sum(qualityLabels(0).slice(3))).toBeCloseTo(0.5, 6);
    // Φ((−1 − 0)/0.7) of [[5]] = Φ(−1.428571) = 0.076564
    expect(qualityLabels(0)[4]).toBeCloseTo(0.076564, 5);
  });
});
