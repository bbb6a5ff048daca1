import { expect, it } from "vitest";
import { createRandom } from "@/lib/math/seeded-random";
import { calibrationTable } from "./calibration-table";
import { createHandOver } from "./hand-over";
import { heldOutRows } from "./held-out-rows";
import { monthlyCosts, shareOfAllRows } from "./sample-budget";

const ROWS = 100;
const winRates = Array.from({ length: ROWS }, createRandom(2));
const mask = heldOutRows({ rows: ROWS, seed: 1 });
const calibrated = {
  table: calibrationTable({ winRates, tokens: winRates.map(() => 40), heldOut: (row) => mask[row] === 1 }),
  rows: ROWS,
  heldOut: 20,
};
const request = {
  router: "mf",
  calibrated,
  step: 250,
  strongShare: 0.25,
  budget: null,
  sample: { name: "june.csv", fingerprint: "f".repeat(64), calibratedOn: { kind: "own", name: "june.csv" } },
  prices: {
    strong: { model: "big", inputPerMillion: 10, outputPerMillion: 22.5, source: "list price of May", asOf: "May" },
    weak: { model: "small", inputPerMillion: 1, outputPerMillion: 1, source: "given", asOf: null },
    answerTokens: 160,
    promptsPerMonth: 1_000_000,
  },
  artifacts: { date: "2026-01-02", seed: 1, schemaVersion: 1 },
  createdAt: "2026-01-03T04:05:06.000Z",
} as const;

it("holds what the table has at the target, and what it costs", () => {
  const { table } = calibrated;
  const handOver = createHandOver(request);
  expect(handOver).toMatchObject({
    threshold: table.thresholds[250],
    model: `router-mf-${table.thresholds[250]?.toFixed(5)}`,
    target: { strongShare: 0.25, monthlyBudget: null, keep: null },
    calibratedOn: "80 prompts of “june.csv”",
    shareOnSample: shareOfAllRows(calibrated, 250),
    expectedShare: [table.shareLow[250], table.shareHigh[250]],
    heldOutShare: table.heldOutShares[250],
    thresholdRange: [table.thresholdLow[250], table.thresholdHigh[250]],
    sample: { name: "june.csv", rows: ROWS, heldOut: 20, fingerprint: request.sample.fingerprint },
    createdAt: request.createdAt,
  });
  expect(handOver.sample.meanTokens).toBeCloseTo(40, 12);
  // 40 tokens in and 160 out: $4,000 a million prompts at the strong model, $200 at the weak one.
  expect(handOver.prices.allStrongMonthly).toBeCloseTo(4000, 9);
  expect(handOver.prices.allWeakMonthly).toBeCloseTo(200, 9);
  // The same as $20 a token, whichever way: 200 of them.
  expect(handOver.prices).toMatchObject({ ...request.prices, strongPerMillion: 20, weakPerMillion: 1 });
  const { strong, weak } = request.prices;
  const money = { strong, weak };
  expect(handOver.prices.expectedMonthly).toBe(
    monthlyCosts(calibrated, 250, { ...money, outputTokens: 160, promptsPerMonth: 1_000_000 }).expected,
  );
});

it("has no share of held-out rows where none were held out", () => {
  const table = calibrationTable({ winRates, tokens: winRates, heldOut: () => false });
  expect(createHandOver({ ...request, calibrated: { table, rows: ROWS, heldOut: 0 } }).heldOutShare).toBeNull();
});

it("refuses targets that the table has not, and prices that are none", () => {
  expect(() => createHandOver({ ...request, step: 1001 })).toThrow("one of the 1001");
  expect(() =>
    createHandOver({
      ...request,
      prices: { ...request.prices, weak: { ...request.prices.weak, inputPerMillion: -1 } },
    }),
  ).toThrow("weak model");
});
