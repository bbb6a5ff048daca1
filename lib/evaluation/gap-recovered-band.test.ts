import { expect, it } from "vitest";
import { createRandom } from "@/lib/math/seeded-random";
import { scoreAtShare } from "./curve-at";
import { fullCurve } from "./full-curve";
import { gapRecoveredBand } from "./gap-recovered-band";
import { curveGapRecovered } from "./performance-gap";
import { rankQuestions } from "./rank-questions";

/** The gap is wide, so that its own chance hardly bends the ratio of gains, and the band follows the root. */
const made = (questions: number, seed: number) => {
  const random = createRandom(seed);
  const winRates = Array.from({ length: questions }, () => Math.round(random() * 20) / 20);
  const strong = winRates.map(() => (random() < 0.95 ? 1 : 0));
  const weak = winRates.map((winRate) => (random() < 0.7 - 0.5 * winRate ? 1 : 0));
  return rankQuestions({ winRates, strong, weak });
};

it("is the curve's own PGR in the middle, from nothing to everything", () => {
  const ranked = made(300, 1);
  const band = gapRecoveredBand({ ranked, resamples: 50, random: createRandom(2) });
  const curve = fullCurve(ranked);
  const scores = curveGapRecovered(curve) ?? new Float64Array();
  for (const index of [0, 13, 50, 100]) {
    expect(band?.recovered[index]).toBeCloseTo(scoreAtShare({ ...curve, scores }, index / 100), 10);
  }
  for (const end of [0, 100]) {
    expect([band?.low[end], band?.high[end]]).toEqual([end / 100, end / 100]);
  }
});

it("narrows as the root of the questions", () => {
  const width = (questions: number): number => {
    const band = gapRecoveredBand({ ranked: made(questions, 3), resamples: 300, random: createRandom(4) });
    return (band?.high[50] ?? NaN) - (band?.low[50] ?? NaN);
  };
  const ratio = width(400) / width(6400);
  expect(ratio).toBeGreaterThan(2.4);
  expect(ratio).toBeLessThan(6.5);
});

it("has none where the two models score the same", () => {
  const ranked = rankQuestions({ winRates: [0.1, 0.9], strong: [1, 1], weak: [1, 1] });
  expect(gapRecoveredBand({ ranked, random: createRandom(1) })).toBeNull();
});
