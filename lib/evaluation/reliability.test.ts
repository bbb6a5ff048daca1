import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reliability } from "./reliability";

describe("reliability", () => {
  it("agrees with a pencil: twenty prompts, two a bin", () => {
    const winRates = Array.from({ length: 20 }, (_, index) => (19 - index) / 20);
    const outcomes = winRates.map((winRate) => (winRate >= 0.5 ? 1 : 0));
    const { bins, error } = reliability({ winRates, outcomes });
    expect(bins).toHaveLength(10);
    expect(bins[0]?.winRate).toBeCloseTo(0.025, 12);
    expect(bins[0]).toMatchObject({ observed: 0, count: 2 });
    expect(bins[9]?.winRate).toBeCloseTo(0.925, 12);
    // Errors .025, .125 … .425 below one half, and .475, .375 … .075 above.
    expect(error).toBeCloseTo((5 * 0.225 + 5 * 0.275) / 10, 12);
  });

  it("keeps equal win rates in one bin", () => {
    const { bins, error } = reliability({ winRates: [0.5, 0.5, 0.5, 0.9], outcomes: [1, 0, 0.5, 1] });
    expect(bins).toEqual([
      { winRate: 0.5, observed: 0.5, count: 3 },
      { winRate: 0.9, observed: 1, count: 1 },
    ]);
    expect(error).toBeCloseTo(0.025, 12);
  });

  it("has no bins and no error without prompts", () => {
    expect(reliability({ winRates: [], outcomes: [] })).toEqual({ bins: [], error: 0 });
  });

  it("counts every prompt once, in ascending bins, at most ten", () => {
    const rate = fc.integer({ min: 0, max: 20 }).map((value) => value / 20);
    fc.assert(
      fc.property(fc.array(rate, { minLength: 1, maxLength: 80 }), (winRates) => {
        const { bins } = reliability({ winRates, outcomes: winRates });
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(winRates.length);
        expect(bins.length).toBeLessThanOrEqual(10);
        bins.slice(1).forEach((bin, index) => {
          expect(bin.winRate).toBeGreaterThan(bins[index]?.winRate ?? 1);
        });
      }),
    );
  });
});
