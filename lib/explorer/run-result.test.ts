import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrationTable } from "@/lib/calibration/calibration-table";
import { createRandom } from "@/lib/math/seeded-random";
import { distributionFinding, filledBars, heldOutFinding } from "./run-result";

const random = createRandom(5);
const winRates = Array.from({ length: 500 }, () => 0.4 + 0.2 * random());
const heldOut = (row: number): boolean => row % 5 === 0;
const table = calibrationTable({ winRates, tokens: winRates.map(() => 10), heldOut });
const sample = { table, rows: 500, heldOut: 100 };

describe("filledBars", () => {
  it("keeps every count and leaves out what is empty on both sides but for one bar", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { minLength: 50, maxLength: 50 }), (counts) => {
        const bars = filledBars(counts);
        const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
        expect(total(bars.counts)).toBe(total(counts));
        expect(bars.counts.length).toBe(Math.round((bars.maximum - bars.minimum) * 50));
        expect(bars.peak).toBe(Math.max(...counts));
      }),
    );
    expect(filledBars([0, 0, 0, 4, 5, 0, 0, 0, 0, 0])).toEqual({
      minimum: 0.2,
      maximum: 0.6,
      counts: [0, 4, 5, 0],
      peak: 5,
    });
  });

  it("shows the whole axis where nothing is counted", () => {
    expect(filledBars([0, 0])).toEqual({ minimum: 0, maximum: 1, counts: [0, 0], peak: 0 });
  });
});

describe("findings", () => {
  it("say what α does to these rows and to those held out", () => {
    expect(distributionFinding({ sample, step: 500, rows: 500 })).toMatch(
      /^α 0\.\d{4} sends \d+\.\d\u00a0% of these 500 prompts to the strong model, \d+\.\d\u00a0% of those/,
    );
    expect(heldOutFinding(sample, 500)).toMatch(/^Check passed: .* of the 100 held-out prompts/);
  });

  it("own up to a check that failed, and to one that could not be made", () => {
    const off = { ...sample, table: { ...table, heldOutShares: table.heldOutShares.map(() => 0.99) } };
    expect(heldOutFinding(off, 500)).toMatch(/^Look closer: 99\.0/);
    expect(heldOutFinding({ ...sample, heldOut: 0 }, 500)).toMatch(/^Too few rows/);
    expect(distributionFinding({ sample: { ...sample, heldOut: 0 }, step: 500, rows: 500 })).not.toContain(
      "calibrated",
    );
  });
});
