import { expect, it } from "vitest";
import { createRandom } from "@/lib/math/seeded-random";
import { cpuMilliseconds } from "@/lib/test/cpu-milliseconds";
import { randomOutcomes } from "@/lib/test/random-outcomes";
import { bootstrapGapRecovered, percentileInterval } from "./bootstrap-gap-recovered";
import { fullCurve } from "./full-curve";
import { averageGapRecovered } from "./metrics";
import { rankQuestions } from "./rank-questions";

const outcomes = randomOutcomes(500, 5);
const ranking = rankQuestions(outcomes);

it("gives what measuring each resampled list of questions anew gives", () => {
  // The same seed draws the same questions; ties included, because a question drawn twice ties with itself.
  const fast = bootstrapGapRecovered({ rankings: [ranking], resamples: 20, random: createRandom(1) });
  const random = createRandom(1);
  for (let resample = 0; resample < 20; resample++) {
    const drawn = Array.from({ length: 500 }, () => Math.floor(random() * 500));
    const pick = (values: readonly number[]): number[] => drawn.map((index) => values[index] ?? NaN);
    const { winRates, strong, weak } = outcomes;
    const slow = fullCurve(rankQuestions({ winRates: pick(winRates), strong: pick(strong), weak: pick(weak) }));
    expect(fast[0]?.[resample]).toBeCloseTo(averageGapRecovered(slow) ?? NaN, 10);
  }
});

it("pairs routers: equal routers differ in no resample", () => {
  const [first, second] = bootstrapGapRecovered({
    rankings: [ranking, rankQuestions(outcomes)],
    resamples: 50,
    random: createRandom(2),
  });
  expect(first).toEqual(second);
});

it("covers the true APGR about 95 times in 100", () => {
  // The truth: the same router on a population of 200,000 questions.
  const truth = averageGapRecovered(fullCurve(rankQuestions(randomOutcomes(200_000, 77)))) ?? NaN;
  let covered = 0;
  for (let round = 0; round < 200; round++) {
    const sample = rankQuestions(randomOutcomes(300, 1000 + round));
    const [values = []] = bootstrapGapRecovered({ rankings: [sample], resamples: 300, random: createRandom(round) });
    const interval = percentileInterval(values);
    if (interval !== null && interval[0] <= truth && truth <= interval[1]) covered += 1;
  }
  // 200 rounds: a standard error of 1.5 points, and percentile intervals are a little short.
  expect(covered / 200).toBeGreaterThan(0.89);
  expect(covered / 200).toBeLessThan(0.995);
});

it("has no interval where no resample has a gap", () => {
  const equal = rankQuestions({ winRates: [0.2, 0.6], strong: [1, 1], weak: [1, 1] });
  const [values = []] = bootstrapGapRecovered({ rankings: [equal], resamples: 10, random: createRandom(1) });
  expect(percentileInterval(values)).toBeNull();
});

it("does a thousand resamples of MMLU for six routers in seconds", () => {
  const rankings = [1, 2, 3, 4, 5, 6].map((seed) => rankQuestions(randomOutcomes(14_037, seed)));
  const spent = cpuMilliseconds(() => bootstrapGapRecovered({ rankings, random: createRandom(1) }));
  expect(spent).toBeLessThan(20_000);
});
