import fc from "fast-check";
import { describe, expect, it } from "vitest";
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

it("finds the largest share whose upper end the budget pays for", () => {
  const { allStrong, allWeak } = monthlyCosts(sample, 0, prices);
  for (const part of [0.1, 0.5, 0.9]) {
    const budget = allWeak + part * (allStrong - allWeak);
    const plan = planBudget(sample, budget, { ...prices, keep: "upper" });
    expect(plan.interval[1]).toBeLessThanOrEqual(budget * (1 + 1e-9));
    expect(monthlyCosts(sample, plan.step + 1, prices).interval[1]).toBeGreaterThan(budget);
    expect(plan.step).toBeLessThan(planBudget(sample, budget, prices).step);
  }
});

describe("a range of 19 in 20 months", () => {
  // Prompts of one length, $1 at the strong model and 10 cents at the weak one.
  const MONTH = 800;
  const even = {
    strong: { inputPerMillion: 1e4, outputPerMillion: 0 },
    weak: { inputPerMillion: 1e3, outputPerMillion: 0 },
    ...{ outputTokens: 0, promptsPerMonth: MONTH },
  };
  const targets = Array.from({ length: 101 }, (_, step) => step / 100);
  const draw = createRandom(23);
  const newSample = (rows: number): CalibratedSample => {
    const drawn = Array.from({ length: rows }, draw);
    const table = calibrationTable({ winRates: drawn, tokens: drawn.map(() => 100), heldOut: () => false, targets });
    return { table, rows, heldOut: 0 };
  };
  const monthAt = (threshold: number): number => {
    const strong = Array.from({ length: MONTH }, draw).filter((winRate) => winRate >= threshold).length;
    return strong + 0.1 * (MONTH - strong);
  };

  it.each([60, 300])(
    "is exceeded by about 1 month of 40 where its upper end is kept, calibrated on %i prompts",
    (rows) => {
      const rounds = 800;
      let above = 0;
      for (let round = 0; round < rounds; round++) {
        const calibrated = newSample(rows);
        const plan = planBudget(calibrated, 0.6 * MONTH, { ...even, keep: "upper" });
        if (monthAt(calibrated.table.thresholds[plan.step] ?? NaN) > plan.interval[1]) above += 1;
      }
      // Three standard errors above 1 of 40; and not so careful that it never happens.
      expect(above / rounds).toBeLessThan(0.025 + 0.0166);
      expect(above / rounds).toBeGreaterThan(0.006);
    },
  );

  it("holds 19 of 20 months, of which half exceed a budget whose mean is kept", () => {
    const rounds = 800;
    const counts = { inside: 0, above: 0 };
    for (let round = 0; round < rounds; round++) {
      const calibrated = newSample(100);
      const plan = planBudget(calibrated, 0.6 * MONTH, even);
      const cost = monthAt(calibrated.table.thresholds[plan.step] ?? NaN);
      if (cost >= plan.interval[0] && cost <= plan.interval[1]) counts.inside += 1;
      if (cost > plan.expected) counts.above += 1;
    }
    expect(counts.inside / rounds).toBeGreaterThan(0.927);
    expect(counts.inside).toBeLessThan(rounds);
    expect(Math.abs(counts.above / rounds - 0.5)).toBeLessThan(0.08);
  });

  it("is one sum where every prompt goes to one model, and 0 to 100 % turned into money on a few prompts", () => {
    const few = newSample(6);
    expect(monthlyCosts(few, 0, even).interval).toEqual([80, 80]);
    const [low, high] = monthlyCosts(few, 100, even).interval;
    expect([low, high]).toEqual([800, 800]);
    const half = monthlyCosts(few, 50, even).interval;
    expect(half[0]).toBeLessThan(200);
    expect(half[1]).toBeGreaterThan(680);
  });
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
