import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrationTable } from "@/lib/calibration/calibration-table";
import { createRandom } from "@/lib/math/seeded-random";
import { distributionFinding, filledBars, shareReaching } from "./run-result";

const random = createRandom(5);
const winRates = Array.from({ length: 500 }, () => 0.4 + 0.2 * random());
const heldOut = (row: number): boolean => row % 5 === 0;
const table = calibrationTable({ winRates, tokens: winRates.map(() => 10), heldOut });
const sample = { table, rows: 500, heldOut: 100 };

describe("filledBars", () => {
  it("keeps every count, in at most fifty bars of one width, without the empty ends", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(5), { minLength: 500, maxLength: 500 }),
        fc.nat(499),
        fc.nat(499),
        (all, one, other) => {
          const [from, to] = [Math.min(one, other), Math.max(one, other)];
          const counts = all.map((count, bin) => (bin < from || bin > to ? 0 : count));
          const bars = filledBars(counts);
          const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
          expect(total(bars.counts)).toBe(total(counts));
          expect(bars.counts.length).toBeLessThanOrEqual(50);
          expect(bars.peak).toBe(Math.max(0, ...bars.counts));
          const width = ((bars.maximum - bars.minimum) * 500) / Math.max(1, bars.counts.length);
          expect(width).toBeCloseTo(Math.round(width), 9);
        },
      ),
    );
  });

  it("shows a narrow sample closely", () => {
    const counts = new Array<number>(500).fill(0);
    [counts[290], counts[291], counts[293]] = [4, 5, 1];
    const bars = filledBars(counts);
    expect(bars).toEqual({ minimum: 289 / 500, maximum: 295 / 500, counts: [0, 4, 5, 0, 1, 0], peak: 5 });
  });
});

describe("findings", () => {
  it("say what α does to these rows and to those held out", () => {
    expect(distributionFinding({ sample, step: 500, rows: 500 })).toMatch(
      /^α 0\.\d{4} sends \d+\.\d\u00a0% of these 500 prompts to the strong model, \d+\.\d\u00a0% of those/,
    );
  });

  it("say nothing of held-out rows where there are none", () => {
    expect(distributionFinding({ sample: { ...sample, heldOut: 0 }, step: 500, rows: 500 })).not.toContain(
      "calibrated",
    );
  });
});

it("shareReaching counts those at or above the threshold", () => {
  expect([0, 0.2, 0.3, 1].map((threshold) => shareReaching([0.1, 0.2, 0.3, 0.4], threshold))).toEqual([
    1, 0.75, 0.5, 0,
  ]);
});
