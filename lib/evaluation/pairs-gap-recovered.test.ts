import { expect, it } from "vitest";
import { createRandom } from "@/lib/math/seeded-random";
import { randomOutcomes } from "@/lib/test/random-outcomes";
import { bootstrapGapRecovered } from "./bootstrap-gap-recovered";
import { fullCurve } from "./full-curve";
import { averageGapRecovered } from "./metrics";
import { pairsGapRecovered } from "./pairs-gap-recovered";
import { rankQuestions } from "./rank-questions";

const { strong, weak, winRates: fine } = randomOutcomes(300, 4);
// Two decimals, so that there are groups of equal win rate.
const winRates = fine.map((value) => Math.round(value * 100) / 100);
const ranking = rankQuestions({ winRates, strong, weak });
const onePair = { scores: [strong, weak], pairs: [{ strong: 0, weak: 1 }] };

it("is the full curve's APGR for a single pair, ties included", () => {
  const [measured] = pairsGapRecovered({ rankings: [ranking], ...onePair, resamples: 0, random: createRandom(1) });
  expect(measured?.mean).toBeCloseTo(averageGapRecovered(fullCurve(ranking)) ?? Number.NaN, 12);
});

it("resamples a single pair as the bootstrap of one pair does", () => {
  const [measured] = pairsGapRecovered({ rankings: [ranking], ...onePair, resamples: 20, random: createRandom(3) });
  const [reference] = bootstrapGapRecovered({ rankings: [ranking], resamples: 20, random: createRandom(3) });
  measured?.resampled.forEach((value, index) => {
    expect(value).toBeCloseTo(reference?.[index] ?? Number.NaN, 12);
  });
  expect(measured?.resampled).toHaveLength(20);
});

it("averages over pairs, by hand", () => {
  // Win rates descend: question 0 goes to strong first. Pair (0, 1) gains on question 0, pair (0, 2) on question 1.
  const scores = [
    [1, 1],
    [0, 1],
    [1, 0],
  ];
  const rankings = [rankQuestions({ winRates: [0.9, 0.1], strong: [1, 1], weak: [0, 0] })];
  const pairs = [
    { strong: 0, weak: 1 },
    { strong: 0, weak: 2 },
  ];
  // PGR 0, 1, 1 gives ¼ + ½ = .75; PGR 0, 0, 1 gives .25.
  const [measured] = pairsGapRecovered({ rankings, scores, pairs, resamples: 0, random: createRandom(1) });
  expect(measured?.mean).toBeCloseTo(0.5, 12);
});

it("leaves out a pair without a gap, and is NaN where no pair has one", () => {
  const scores = [
    [1, 0],
    [0, 1],
  ];
  const rankings = [rankQuestions({ winRates: [0.9, 0.1], strong: [1, 0], weak: [0, 1] })];
  const [measured] = pairsGapRecovered({
    rankings,
    scores,
    pairs: [{ strong: 0, weak: 1 }],
    resamples: 0,
    random: createRandom(1),
  });
  expect(measured?.mean).toBeNaN();
});
