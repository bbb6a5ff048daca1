import { describe, expect, it } from "vitest";
import { mean } from "@/lib/math/moments";
import { createRandom } from "@/lib/math/seeded-random";
import { sigmoid } from "@/lib/math/sigmoid";
import { scaleWinRate } from "@/lib/routers/win-rate-scale";
import { fitWinRateScale } from "./fit-win-rate-scale";

/** n win rates, and outcomes drawn from what a planted scale makes of them. */
function draw({ count, slope, offset }: { count: number; slope: number; offset: number }) {
  const random = createRandom(5);
  const winRates = Array.from({ length: count }, () => sigmoid(2 * random() - 1));
  const outcomes = winRates.map((winRate) => (random() < scaleWinRate(winRate, { slope, offset }) ? 1 : 0));
  return { winRates, outcomes };
}

describe("fitWinRateScale", () => {
  it("finds the scale that outcomes were drawn from", () => {
    const { winRates, outcomes } = draw({ count: 40_000, slope: 2, offset: 0.5 });
    const { slope, offset } = fitWinRateScale(winRates, outcomes);
    expect(slope).toBeCloseTo(2, 0);
    expect(Math.abs(slope - 2)).toBeLessThan(0.15);
    expect(Math.abs(offset - 0.5)).toBeLessThan(0.05);
  });

  it("changes nothing where win rates are the outcomes' expectation already", () => {
    const winRates = [0.2, 0.4, 0.6, 0.9];
    const { slope, offset } = fitWinRateScale(winRates, winRates);
    expect(slope).toBeCloseTo(1, 4);
    expect(offset).toBeCloseTo(0, 4);
  });

  it("gives scaled win rates the mean of the outcomes, ties and all", () => {
    const winRates = [0.5, 0.55, 0.6, 0.7];
    const outcomes = [0.5, 1, 0.5, 1];
    const scale = fitWinRateScale(winRates, outcomes);
    expect(mean(winRates.map((winRate) => scaleWinRate(winRate, scale)))).toBeCloseTo(0.75, 4);
  });

  it("keeps a positive slope and the right mean where outcomes fall as win rates rise", () => {
    const winRates = [0.2, 0.4, 0.6, 0.8];
    const scale = fitWinRateScale(winRates, [1, 1, 0.5, 0]);
    expect(scale.slope).toBeGreaterThan(0);
    expect(mean(winRates.map((winRate) => scaleWinRate(winRate, scale)))).toBeCloseTo(0.625, 6);
  });

  it("answers for one win rate alone, for 0 and 1 among them, and refuses nothing or unequal lengths", () => {
    expect(scaleWinRate(0.5, fitWinRateScale([0.5], [0.75]))).toBeCloseTo(0.75, 4);
    expect(fitWinRateScale([0, 1, 0.5], [0, 1, 0.5]).slope).toBeGreaterThan(0);
    expect(() => fitWinRateScale([], [])).toThrow("at least one of both");
    expect(() => fitWinRateScale([0.5], [])).toThrow("got 0 and 1");
  });
});
