import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "@/lib/domain/decide";
import { toThreshold } from "@/lib/domain/threshold";
import { toWinRate } from "@/lib/domain/win-rate";
import { createRandom } from "@/lib/math/seeded-random";
import { calibrate } from "./calibrate";
import { type CalibrationTable, calibrationTable, TARGET_STEPS } from "./calibration-table";
import { heldOutRows } from "./held-out-rows";

const noneHeldOut = () => false;
const tableOf = (winRates: readonly number[]): CalibrationTable =>
  calibrationTable({ winRates, tokens: winRates.map(() => 10), heldOut: noneHeldOut });

const reaches = (winRate: number, threshold: number): boolean =>
  decide(toWinRate(winRate), toThreshold(threshold)) === "strong";

const samples = fc.array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.5, 1)), {
  minLength: 1,
  maxLength: 60,
});

it("is calibrate() at every target", () => {
  const winRates = Array.from({ length: 300 }, createRandom(5));
  const table = tableOf(winRates);
  for (const step of [0, 1, 125, 333, 500, 999, 1000]) {
    const single = calibrate({ winRates, strongShare: step / TARGET_STEPS });
    expect({
      threshold: table.thresholds[step],
      achievedShare: table.shares[step],
      interval: [table.shareLow[step], table.shareHigh[step]],
    }).toEqual({ threshold: single.threshold, achievedShare: single.achievedShare, interval: single.interval });
  }
});

it("counts rows and tokens as decide() does, held out or not", () => {
  fc.assert(
    fc.property(samples, fc.integer({ min: 0, max: 99 }), (winRates, seed) => {
      const tokens = winRates.map((_, row) => 1 + ((row * 7) % 13));
      const mask = heldOutRows({ rows: winRates.length, seed });
      const table = calibrationTable({ winRates, tokens, heldOut: (row) => mask[row] === 1 });
      const mean = (rows: readonly number[]) =>
        rows.length === 0 ? 0 : rows.reduce((sum, row) => sum + (tokens[row] ?? NaN), 0) / rows.length;
      const rows = winRates.map((_, row) => row);
      for (const step of [0, 300, 500, 900, 1000]) {
        const threshold = table.thresholds[step] ?? NaN;
        const strong = rows.filter((row) => reaches(winRates[row] ?? NaN, threshold));
        const weak = rows.filter((row) => !strong.includes(row));
        expect(table.strongTokens[step]).toBeCloseTo(mean(strong), 9);
        expect(table.weakTokens[step]).toBeCloseTo(mean(weak), 9);
        const heldOut = rows.filter((row) => mask[row] === 1);
        const share = heldOut.filter((row) => strong.includes(row)).length / heldOut.length;
        expect(table.heldOutShares[step]).toBe(heldOut.length === 0 ? undefined : share);
      }
    }),
    { numRuns: 40 },
  );
});

it("falls in α and rises in share, each inside its own range, whatever ties", () => {
  fc.assert(
    fc.property(samples, (winRates) => {
      const table = tableOf(winRates);
      const wrong = table.thresholds.flatMap((_, step) => {
        const at = (column: readonly number[], index = step) => column[index] ?? NaN;
        const before = Math.max(0, step - 1);
        const inside = [
          at(table.thresholdLow) <= at(table.thresholds),
          at(table.thresholds) <= at(table.thresholdHigh),
          at(table.shareLow) <= at(table.shares),
          at(table.shares) <= at(table.shareHigh),
        ];
        const falls = [table.thresholds, table.thresholdLow, table.thresholdHigh].map((c) => at(c) <= at(c, before));
        const rises = [table.shares, table.shareLow, table.shareHigh].map((c) => at(c) >= at(c, before));
        return [...inside, ...falls, ...rises].every(Boolean) ? [] : [step];
      });
      expect(wrong).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

describe.each([
  ["half", 0.5, 400],
  ["a rare share", 0.03, 500],
  ["a small sample", 0.3, 40],
])("the range of the share, for %s", (_, target, rows) => {
  it("holds the share of the held-out rows in at least 95 of 100 samples", () => {
    const random = createRandom(rows);
    const rounds = 1500;
    let inside = 0;
    for (let round = 0; round < rounds; round++) {
      // The range is exact for any distribution; a skewed one shows it.
      const winRates = Array.from({ length: rows }, () => random() ** 3);
      const mask = heldOutRows({ rows, seed: round });
      const table = calibrationTable({
        winRates,
        tokens: winRates,
        heldOut: (row) => mask[row] === 1,
        targets: [target],
      });
      const share = table.heldOutShares[0] ?? NaN;
      if (share >= (table.shareLow[0] ?? NaN) && share <= (table.shareHigh[0] ?? NaN)) inside += 1;
    }
    // Three standard errors of 1,500 rounds below 95 %; never so wide that nothing falls outside.
    expect(inside / rounds).toBeGreaterThan(0.933);
    expect(inside).toBeLessThan(rounds);
  });
});

it("takes a group of equal win rates as a whole: all prompts alike go to strong together, from over half on", () => {
  const table = tableOf(new Array<number>(50).fill(0.4));
  expect(table.thresholds.slice(1, 501)).toEqual(new Array(500).fill(0.40001));
  expect(table.thresholds.slice(501, TARGET_STEPS)).toEqual(new Array(TARGET_STEPS - 501).fill(0.4));
  expect([0, 1, 500, 501, TARGET_STEPS].map((step) => table.shares[step])).toEqual([0, 0, 0, 1, 1]);
  expect(table.histogram[200]).toBe(50);
});

it("has a table for a single row, which says that nothing is certain", () => {
  const table = calibrationTable({ winRates: [0.5], tokens: [7], heldOut: noneHeldOut });
  expect(table.heldOutShares).toEqual([]);
  expect([table.shareLow[500], table.shareHigh[500]]).toEqual([0, 1]);
  expect([table.thresholdLow[500], table.thresholdHigh[500]]).toEqual([0, 1]);
  expect([table.strongTokens[0], table.weakTokens[0]]).toEqual([0, 7]);
});

it("counts win rates in five-hundredths, 1 in the last of them", () => {
  const { histogram } = tableOf([0, 0.00199, 0.002, 0.58, 0.998, 1]);
  expect(histogram).toHaveLength(500);
  expect([histogram[0], histogram[1], histogram[289], histogram[290], histogram[499]]).toEqual([2, 1, 0, 1, 2]);
});

it("takes a few targets alone", () => {
  const winRates = Array.from({ length: 90 }, createRandom(9));
  const [all, few] = [undefined, [0.25, 0.4]].map((targets) =>
    calibrationTable({ winRates, tokens: winRates, heldOut: noneHeldOut, ...(targets && { targets }) }),
  );
  for (const column of ["thresholds", "shares", "strongTokens", "weakTokens"] as const) {
    expect(few?.[column]).toEqual([all?.[column][250], all?.[column][400]]);
  }
});

it("refuses no rows, rows that are all held out, and win rates that are none", () => {
  expect(() => tableOf([])).toThrow("at least one is needed");
  expect(() => calibrationTable({ winRates: [0.1], tokens: [1], heldOut: () => true })).toThrow("at least one");
  expect(() => tableOf([0.1, Number.NaN])).toThrow("must be a number from 0 to 1");
});
