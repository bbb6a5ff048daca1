import fc from "fast-check";
import { expect, it } from "vitest";
import { createRandom } from "@/lib/math/seeded-random";
import { calibrationTable } from "./calibration-table";
import { heldOutRows } from "./held-out-rows";
import {
  type CalibratedSample,
  meanTokens,
  monthlyCosts,
  planBudget,
  type SamplePrices,
  shareOfAllRows,
} from "./sample-budget";

const ROWS = 500;
const random = createRandom(11);
const winRates = Array.from({ length: ROWS }, random);
// Longer prompts are likelier to go to strong, as they are in fact.
const tokens = winRates.map((winRate) => Math.ceil(20 + 300 * winRate * random()));
const mask = heldOutRows({ rows: ROWS, seed: 1 });
const sample: CalibratedSample = {
  table: calibrationTable({ winRates, tokens, heldOut: (row) => mask[row] === 1 }),
  rows: ROWS,
  heldOut: ROWS / 5,
};
const prices: SamplePrices = {
  strong: { inputPerMillion: 10, outputPerMillion: 30 },
  weak: { inputPerMillion: 0.5, outputPerMillion: 1.5 },
  outputTokens: 250,
  promptsPerMonth: 40_000,
};

it("charges each model for the very rows it gets", () => {
  for (const step of [0, 137, 500, 1000]) {
    const threshold = sample.table.thresholds[step] ?? NaN;
    const bill = winRates.reduce((sum, winRate, row) => {
      const { inputPerMillion, outputPerMillion } = winRate >= threshold ? prices.strong : prices.weak;
      return sum + ((tokens[row] ?? NaN) * inputPerMillion + 250 * outputPerMillion) / 1e6;
    }, 0);
    const { expected } = monthlyCosts(sample, step, prices);
    expect(expected).toBeCloseTo((bill / ROWS) * 40_000, 6);
    const strong = winRates.filter((winRate) => winRate >= threshold).length;
    expect(shareOfAllRows(sample, step)).toBeCloseTo(strong / ROWS, 12);
  }
});

it("costs what the two models alone cost at the ends", () => {
  const { expected, allStrong, allWeak } = monthlyCosts(sample, 1000, prices);
  expect(expected).toBeCloseTo(allStrong, 9);
  expect(monthlyCosts(sample, 0, prices).expected).toBeCloseTo(allWeak, 9);
  expect(meanTokens(sample)).toBeCloseTo(tokens.reduce((sum, count) => sum + count, 0) / ROWS, 9);
});

it("finds the largest share that the budget pays for", () => {
  const { allStrong, allWeak } = monthlyCosts(sample, 0, prices);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (part) => {
      const budget = allWeak + part * (allStrong - allWeak);
      const plan = planBudget(sample, budget, prices);
      expect(plan.expected).toBeLessThanOrEqual(budget * (1 + 1e-9));
      if (plan.step < 1000) expect(monthlyCosts(sample, plan.step + 1, prices).expected).toBeGreaterThan(budget);
    }),
    { numRuns: 50 },
  );
});

it("says so where the budget pays for everything", () => {
  expect(planBudget(sample, 1e9, prices)).toMatchObject({ strongShare: 1, paysForAll: true });
  expect(planBudget(sample, 0, { ...prices, promptsPerMonth: 0 })).toMatchObject({ strongShare: 1, expected: 0 });
});

it("takes a strong model that is the cheaper one", () => {
  const reversed = { ...prices, strong: prices.weak, weak: prices.strong };
  expect(planBudget(sample, monthlyCosts(sample, 1000, reversed).expected, reversed).strongShare).toBe(1);
  expect(() => planBudget(sample, 1, reversed)).toThrow("raise the budget");
});

it("refuses what is no budget, no price and no volume, naming it", () => {
  expect(() => planBudget(sample, 1, prices)).toThrow(
    /^A budget of \$1\.00 a month pays for no share: 40,000 prompts cost \$/,
  );
  for (const budget of [Number.NaN, -1, Number.POSITIVE_INFINITY]) {
    expect(() => planBudget(sample, budget, prices)).toThrow("The budget a month must be");
  }
  const bad = { inputPerMillion: Number.NaN, outputPerMillion: 1 };
  expect(() => monthlyCosts(sample, 0, { ...prices, strong: bad })).toThrow("strong model's price");
  expect(() => monthlyCosts(sample, 0, { ...prices, weak: { ...bad, inputPerMillion: -1 } })).toThrow(
    "weak model's price",
  );
  expect(() => monthlyCosts(sample, 0, { ...prices, promptsPerMonth: -5 })).toThrow("prompts a month");
  expect(() => monthlyCosts(sample, 0, { ...prices, outputTokens: Number.NaN })).toThrow("mean answer");
});
