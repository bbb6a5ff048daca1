import fc from "fast-check";
import { expect, it } from "vitest";
import { winRateHistogram } from "./win-rate-histogram";

it("widens the range to multiples of .05 and counts every win rate once", () => {
  const { minimum, maximum, counts, peak } = winRateHistogram([0.41, 0.42, 0.48, 0.5], 2);
  expect([minimum, maximum]).toEqual([expect.closeTo(0.4), expect.closeTo(0.5)]);
  expect(counts).toEqual([2, 2]);
  expect(peak).toBe(2);
});

it.each([0, 0.5, 1])("keeps a range where every win rate is %d", (winRate) => {
  const { minimum, maximum, counts, peak } = winRateHistogram([winRate, winRate]);
  expect(maximum).toBeGreaterThan(minimum);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
  expect(peak).toBe(2);
});

it("loses none, whatever they are", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (winRates) => {
      const { counts, minimum, maximum } = winRateHistogram(winRates);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(winRates.length);
      expect(minimum).toBeGreaterThanOrEqual(0);
      expect(maximum).toBeGreaterThan(minimum);
    }),
  );
});
