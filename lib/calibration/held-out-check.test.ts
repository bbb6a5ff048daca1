import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/math/seeded-random";
import { calibrationTable } from "./calibration-table";
import { CHECK_DEVIATION, CHECK_POWER, checkHeldOut } from "./held-out-check";
import { heldOutRows } from "./held-out-rows";
import type { CalibratedSample } from "./sample-budget";

function sampleOf(rows: number, { seed = 1, target }: { seed?: number; target?: number } = {}): CalibratedSample {
  const winRates = Array.from({ length: rows }, createRandom(seed));
  const mask = heldOutRows({ rows, seed });
  const targets = target === undefined ? {} : { targets: [target] };
  const table = calibrationTable({ winRates, tokens: winRates, heldOut: (row) => mask[row] === 1, ...targets });
  return { table, rows, heldOut: mask.reduce((sum, held) => sum + held, 0) };
}

it("does not pass thirty prompts, whose range is 0 to 100 %, and says how many would do", () => {
  const sample = sampleOf(30);
  expect([sample.heldOut, sample.table.shareLow[500], sample.table.shareHigh[500]]).toEqual([6, 0, 1]);
  expect(checkHeldOut(sample, 500)).toMatchObject({ verdict: "too few" });
  expect(checkHeldOut({ ...sample, heldOut: 0 }, 500)).toMatchObject({ verdict: "too few" });
});

it("passes where as many prompts as it asks for bear the range out, and not far below", () => {
  const check = checkHeldOut(sampleOf(30), 500);
  const needed = check.verdict === "too few" ? check.needed : 0;
  expect(needed).toBeGreaterThan(500);
  expect(checkHeldOut(sampleOf(Math.ceil(1.05 * needed)), 500)).toEqual({ verdict: "passed" });
  expect(checkHeldOut(sampleOf(Math.floor(0.8 * needed)), 500).verdict).toBe("too few");
});

describe.each([0.5, 0.25])("where a share of %d could pass", (target) => {
  it("fails shares ten points off, up or down, in four of five cases", () => {
    const sample = sampleOf(3000, { target });
    expect(checkHeldOut(sample, 0)).toEqual({ verdict: "passed" });
    const random = createRandom(11);
    for (const direction of [1, -1]) {
      let failed = 0;
      const rounds = 300;
      for (let round = 0; round < rounds; round++) {
        const share = (sample.table.shares[0] ?? NaN) + direction * CHECK_DEVIATION;
        const reached = Array.from({ length: sample.heldOut }, random).filter((draw) => draw < share).length;
        const table = { ...sample.table, heldOutShares: [reached / sample.heldOut] };
        if (checkHeldOut({ ...sample, table }, 0).verdict === "outside") failed += 1;
      }
      expect(failed / rounds).toBeGreaterThan(CHECK_POWER);
    }
  });
});

it("fails a share outside the range however few rows there are", () => {
  const sample = sampleOf(100);
  const table = { ...sample.table, heldOutShares: sample.table.heldOutShares.map(() => 1) };
  expect(checkHeldOut({ ...sample, table }, 300)).toEqual({ verdict: "outside" });
});

it("has nothing to check at the ends, which hold for every prompt", () => {
  for (const rows of [30, 3000]) {
    expect([0, 1000].map((step) => checkHeldOut(sampleOf(rows), step).verdict)).toEqual(["certain", "certain"]);
  }
});
