import fc from "fast-check";
import { expect, it } from "vitest";
import { decide } from "@/lib/domain/decide";
import { toWinRate } from "@/lib/domain/win-rate";
import { calibrateThreshold } from "./calibrate-threshold";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const strongCount = (winRates: readonly number[], strongShare: number): number => {
  const threshold = calibrateThreshold({ winRates, strongShare });
  return winRates.filter((winRate) => decide(toWinRate(winRate), threshold) === "strong").length;
};

it("is the (1 − share) quantile, type 7", () => {
  // numpy.quantile([.1, .2, .4, .8], .7) = .4 + .1 · .4
  expect(calibrateThreshold({ winRates: [0.8, 0.1, 0.4, 0.2], strongShare: 0.3 })).toBeCloseTo(0.44, 12);
});

it("sends the share asked for to strong, to within one prompt, where nothing ties", () => {
  const distinct = fc.uniqueArray(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(distinct, share, (winRates, strongShare) => {
      expect(Math.abs(strongCount(winRates, strongShare) - strongShare * winRates.length)).toBeLessThanOrEqual(
        1 + 1e-9,
      );
    }),
  );
});

it("never sends fewer to strong for a larger share, whatever ties", () => {
  const tied = fc.array(fc.constantFrom(0, 0.2, 0.5, 1), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(tied, share, share, (winRates, first, second) => {
      const counts = [first, second].sort((a, b) => a - b).map((target) => strongCount(winRates, target));
      expect(counts[0]).toBeLessThanOrEqual(counts[1] ?? NaN);
    }),
  );
});

it("sends nothing to strong at 0 and everything at 1, new prompts beyond the sample's range included", () => {
  expect(calibrateThreshold({ winRates: [0.3, 0.9], strongShare: 0 })).toBe(1);
  expect(calibrateThreshold({ winRates: [0.3, 0.9], strongShare: 1 })).toBe(0);
});

it("sends a group of equal win rates to strong as a whole", () => {
  expect(strongCount([0.5, 0.5, 0.5, 0.2], 0.25)).toBe(3);
  expect(strongCount([0.5, 0.5], 0.5)).toBe(2);
});

it("refuses an empty sample and shares that are none", () => {
  expect(() => calibrateThreshold({ winRates: [], strongShare: 0.5 })).toThrow("at least one is needed");
  for (const strongShare of [-0.1, 1.1, Number.NaN]) {
    expect(() => calibrateThreshold({ winRates: [0.5], strongShare })).toThrow("from 0 to 1");
  }
});
