import fc from "fast-check";
import { expect, it } from "vitest";
import { decide } from "@/lib/domain/decide";
import { formatModelName, parseModelName } from "@/lib/domain/model-name";
import { toWinRate } from "@/lib/domain/win-rate";
import { calibrateThreshold } from "./calibrate-threshold";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const strongCount = (winRates: readonly number[], strongShare: number): number => {
  const threshold = calibrateThreshold({ winRates, strongShare });
  return winRates.filter((winRate) => decide(toWinRate(winRate), threshold) === "strong").length;
};

const tied = fc.constantFrom(0, 0.2, 0.50001, 0.500014, 1);
const samples = fc.array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), tied), { minLength: 1, maxLength: 40 });

it("is the (1 − share) quantile, type 7, where that reaches the nearest share", () => {
  // numpy.quantile([.1, .2, .4, .8], .7) = .4 + .1 · .4
  expect(calibrateThreshold({ winRates: [0.8, 0.1, 0.4, 0.2], strongShare: 0.3 })).toBeCloseTo(0.44, 12);
});

it("sends the reachable share nearest to the target to strong, of two equally near ones the smaller, whatever ties", () => {
  fc.assert(
    fc.property(samples, share, (winRates, strongShare) => {
      fc.pre(strongShare > 0 && strongShare < 1);
      // Every threshold that a model name can say and that changes what goes to strong: at a win rate and just above it.
      const steps = winRates.flatMap((winRate) => [Math.floor(winRate * 1e5), Math.floor(winRate * 1e5) + 1]);
      const names = [0, 1e5, ...steps].filter((step) => step <= 1e5).map((step) => step / 1e5);
      const reachable = names.map((alpha) => winRates.filter((winRate) => winRate >= alpha).length);
      const target = strongShare * winRates.length;
      const nearest = Math.min(...reachable.map((count) => Math.abs(count - target)));
      const count = strongCount(winRates, strongShare);
      expect(Math.abs(count - target)).toBeCloseTo(nearest, 9);
      expect(reachable.filter((other) => other < count && Math.abs(other - target) < nearest + 1e-9)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it("can be said by a model name, which sends the very same prompts to strong", () => {
  fc.assert(
    fc.property(samples, share, (winRates, strongShare) => {
      const threshold = calibrateThreshold({ winRates, strongShare });
      expect(parseModelName(formatModelName({ router: "mf", threshold })).threshold).toBe(threshold);
    }),
  );
});

it("sends the share asked for to strong, to within half a prompt, where nothing ties", () => {
  const distinct = fc.uniqueArray(fc.integer({ min: 0, max: 99_999 }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(distinct, share, (steps, strongShare) => {
      const winRates = steps.map((step) => step / 1e5);
      expect(Math.abs(strongCount(winRates, strongShare) - strongShare * winRates.length)).toBeLessThanOrEqual(
        0.5 + 1e-9,
      );
    }),
  );
});

it("never sends fewer to strong for a larger share, whatever ties", () => {
  fc.assert(
    fc.property(samples, share, share, (winRates, first, second) => {
      const counts = [first, second].sort((a, b) => a - b).map((target) => strongCount(winRates, target));
      expect(counts[0]).toBeLessThanOrEqual(counts[1] ?? NaN);
    }),
  );
});

it("sends nothing to strong at 0 and everything at 1, new prompts beyond the sample's range included", () => {
  expect(calibrateThreshold({ winRates: [0.3, 0.9], strongShare: 0 })).toBe(1);
  expect(calibrateThreshold({ winRates: [0.3, 0.9], strongShare: 1 })).toBe(0);
});

it("sends a group of equal win rates to strong as a whole or not at all", () => {
  expect([0.25, 0.375, 0.4, 0.8].map((target) => strongCount([0.5, 0.5, 0.5, 0.2], target))).toEqual([0, 0, 3, 3]);
  expect([0.5, 0.51].map((target) => strongCount([0.5, 0.5], target))).toEqual([0, 2]);
  expect(calibrateThreshold({ winRates: [0.5, 0.5], strongShare: 0.5 })).toBe(0.50001);
});

it("refuses an empty sample and shares that are none", () => {
  expect(() => calibrateThreshold({ winRates: [], strongShare: 0.5 })).toThrow("at least one is needed");
  for (const strongShare of [-0.1, 1.1, Number.NaN]) {
    expect(() => calibrateThreshold({ winRates: [0.5], strongShare })).toThrow("from 0 to 1");
  }
});
