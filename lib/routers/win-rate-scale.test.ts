import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toWinRate } from "@/lib/domain/win-rate";
import { rank } from "@/lib/math/rank";
import type { Router } from "./router";
import { createScaledRouter } from "./scaled-router";
import { scaleWinRate } from "./win-rate-scale";

describe("scaleWinRate", () => {
  it("agrees with a pencil: odds of 3 to the power of 2, times e^ln 2, are 18 to 1", () => {
    expect(scaleWinRate(0.75, { slope: 2, offset: Math.LN2 })).toBeCloseTo(18 / 19, 12);
  });

  it("changes nothing at slope 1 and offset 0, and leaves certainty alone", () => {
    expect(scaleWinRate(0.3, { slope: 1, offset: 0 })).toBeCloseTo(0.3, 12);
    expect([0, 1].map((winRate) => scaleWinRate(winRate, { slope: 0.2, offset: 3 }))).toEqual([0, 1]);
  });

  // No fit will go further than these scales.
  const scale = fc.record({
    slope: fc.double({ min: 0.05, max: 5, noNaN: true }),
    offset: fc.double({ min: -3, max: 3, noNaN: true }),
  });
  /** Win rates in steps of 1e-6, as they are shipped. */
  const winRatesBetween = (min: number, max: number) =>
    fc.array(
      fc.integer({ min: min * 1e6, max: max * 1e6 }).map((step) => step / 1e6),
      { minLength: 2, maxLength: 40 },
    );

  it("never changes the ranking of win rates, whatever the scale", () => {
    fc.assert(
      fc.property(winRatesBetween(0.02, 0.98), scale, (winRates, chosen) => {
        expect(rank(winRates.map((each) => scaleWinRate(each, chosen)))).toEqual(rank(winRates));
      }),
    );
  });

  it("never turns two win rates round, not even where rounding makes near certainties equal", () => {
    fc.assert(
      fc.property(winRatesBetween(0, 1), scale, (winRates, chosen) => {
        const ascending = winRates.toSorted((left, right) => left - right).map((each) => scaleWinRate(each, chosen));
        expect(ascending).toEqual(ascending.toSorted((left, right) => left - right));
      }),
    );
  });
});

it("scales a router's every win rate and keeps its id", async () => {
  const router: Router = {
    id: "mf",
    scoreBatch: async (prompts) => prompts.map((prompt) => toWinRate(Number(prompt))),
  };
  const scaled = createScaledRouter(router, { slope: 1, offset: Math.LN2 });
  expect(scaled.id).toBe("mf");
  const [half, zero] = await scaled.scoreBatch(["0.5", "0"]);
  expect(half).toBeCloseTo(2 / 3, 12);
  expect(zero).toBe(0);
});
