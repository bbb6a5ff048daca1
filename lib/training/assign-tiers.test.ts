import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RoutingError } from "@/lib/domain/routing-error";
import { assignTiers } from "./assign-tiers";

const rate = (...ratings: readonly number[]) => ratings.map((rating, index) => ({ model: `m${index}`, rating }));
const tiersOf = (ratings: readonly number[], tierCount: number) =>
  Object.values(assignTiers(rate(...ratings), tierCount));

const variance = (values: readonly number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
};

/** Cost of the best cut, by trying them all. */
function bestCost(values: readonly number[], tierCount: number): number {
  if (tierCount === 1) return variance(values);
  const cuts = values.slice(0, -(tierCount - 1)).map((_, last) => last + 1);
  return Math.min(...cuts.map((cut) => variance(values.slice(0, cut)) + bestCost(values.slice(cut), tierCount - 1)));
}

describe("assignTiers", () => {
  it("cuts at the wide gaps", () => {
    expect(tiersOf([1300, 1290, 1280, 1010, 1000, 700], 3)).toEqual([0, 0, 0, 1, 1, 2]);
  });

  it("puts everyone in tier 0 when there is one tier, and each in its own when there are as many as models", () => {
    expect(tiersOf([3, 2, 1], 1)).toEqual([0, 0, 0]);
    expect(tiersOf([9, 5, 1], 3)).toEqual([0, 1, 2]);
  });

  it("finds the least sum of variances, as trying every cut does, in runs from best to worst", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 3000 }), { minLength: 4, maxLength: 9 }),
        fc.integer({ min: 1, max: 4 }),
        (ratings, tierCount) => {
          const sorted = [...ratings].sort((left, right) => right - left);
          const tiers = tiersOf(sorted, tierCount);
          expect(tiers).toEqual([...tiers].sort((left, right) => left - right));
          const runs = [...new Set(tiers)].map((tier) => sorted.filter((_, index) => tiers[index] === tier));
          expect(runs.reduce((sum, run) => sum + variance(run), 0)).toBeCloseTo(bestCost(sorted, tierCount), 6);
        },
      ),
    );
  });

  it("leaves tiers empty when models are fewer, the last model in the last tier", () => {
    expect(tiersOf([2, 1], 5)).toEqual([0, 4]);
    expect(tiersOf([1], 5)).toEqual([0]);
    expect(tiersOf([], 5)).toEqual([]);
  });

  it("takes any model name and refuses a number of tiers that is none", () => {
    const tiers = assignTiers([{ model: "__proto__", rating: 1 }], 1);
    expect(Object.keys(tiers)).toEqual(["__proto__"]);
    for (const tierCount of [0, -1, 1.5, Number.NaN])
      expect(() => assignTiers(rate(1), tierCount)).toThrow(RoutingError);
  });
});
