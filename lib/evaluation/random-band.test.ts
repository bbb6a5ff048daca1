import { expect, it } from "vitest";
import { quantile } from "@/lib/math/quantile";
import { createRandom } from "@/lib/math/seeded-random";
import { randomOutcomes } from "@/lib/test/random-outcomes";
import { fullCurve } from "./full-curve";
import { averageGapRecovered } from "./metrics";
import { randomBand, randomGapRecoveredInterval } from "./random-band";
import { rankQuestions } from "./rank-questions";

const RUNS = 4000;
const outcomes = randomOutcomes(400, 21);
const random = createRandom(22);
const runs = Array.from({ length: RUNS }, () =>
  fullCurve(rankQuestions({ ...outcomes, winRates: outcomes.strong.map(() => random()) })),
);
const ranked = rankQuestions(outcomes);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

it("has the mean, variance and 95 % range of simulated random runs", () => {
  for (const point of randomBand(ranked, [0.1, 0.5, 0.8])) {
    const scores = runs.map((run) => run.scores[Math.round(point.strongShare * 400)] ?? NaN);
    const deviation = (point.upper - point.lower) / (2 * 1.959963984540054);
    const simulated = Math.sqrt(mean(scores.map((score) => (score - mean(scores)) ** 2)));
    // The mean of 4,000 runs has a standard error of deviation/63, their deviation one of 1.1 %: four of each allowed.
    expect(Math.abs(mean(scores) - point.score)).toBeLessThan((4 * deviation) / Math.sqrt(RUNS));
    expect(Math.abs(simulated / deviation - 1)).toBeLessThan(0.045);
    const inside = scores.filter((score) => score >= point.lower && score <= point.upper).length / RUNS;
    expect(Math.abs(inside - 0.95)).toBeLessThan(0.02);
  }
});

it("closes at both ends", () => {
  const [start, end] = randomBand(ranked, [0, 1]);
  expect(start?.upper).toBe(start?.lower);
  expect(end?.upper).toBe(end?.lower);
  expect(end?.score).toBeCloseTo(mean(outcomes.strong), 12);
});

it("knows the APGR range of simulated random runs", () => {
  const figures = runs.map((run) => averageGapRecovered(run) ?? NaN);
  const interval = randomGapRecoveredInterval(ranked);
  expect(Math.abs((interval?.[0] ?? NaN) - quantile(figures, 0.025))).toBeLessThan(0.01);
  expect(Math.abs((interval?.[1] ?? NaN) - quantile(figures, 0.975))).toBeLessThan(0.01);
});

it("is a point without spread for one question, and has no APGR range without a gap", () => {
  const one = rankQuestions({ winRates: [0.5], strong: [1], weak: [0] });
  expect(randomBand(one, [0.5])).toEqual([{ strongShare: 0.5, score: 0.5, lower: 0.5, upper: 0.5 }]);
  expect(randomGapRecoveredInterval(one)).toEqual([0.5, 0.5]);
  expect(randomGapRecoveredInterval(rankQuestions({ winRates: [0.5], strong: [1], weak: [1] }))).toBeNull();
});
