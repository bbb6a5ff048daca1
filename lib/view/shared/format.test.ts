import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDollars } from "@/lib/domain/dollars";
import {
  formatCount,
  formatCounted,
  formatFixed,
  formatMargin,
  formatMilliseconds,
  formatPercent,
  formatSigned,
  formatThreshold,
  formatTimes,
  formatWinRate,
} from "./format";

describe("formats", () => {
  it("writes shares as per cent with a no-break space", () => {
    expect(formatPercent(0.5)).toBe("50\u00a0%");
    expect(formatPercent(0.3333, 1)).toBe("33.3\u00a0%");
    expect(formatPercent(-0.58)).toBe("\u221258\u00a0%");
    expect(formatPercent(-0.004)).toBe("0\u00a0%");
    expect(formatPercent(-0)).toBe("0\u00a0%");
    expect(formatPercent(-0.004, 1)).toBe("\u22120.4\u00a0%");
  });

  it("signs no zero, however it came about", () => {
    fc.assert(
      fc.property(fc.double({ min: -2, max: 2, noNaN: true }), fc.integer({ min: 0, max: 3 }), (value, decimals) => {
        for (const text of [formatPercent(value, decimals), formatFixed(value, decimals)]) {
          expect(text).toMatch(/^\u2212?[\d.,]+/);
          if (text.startsWith("\u2212")) expect(text).toMatch(/[1-9]/);
        }
        const signed = formatSigned(value, (size) => size.toFixed(decimals));
        expect(signed.startsWith("±")).toBe(Number(signed.slice(1)) === 0);
      }),
    );
  });

  it("keeps four decimals for win rates and thresholds", () => {
    expect(formatWinRate(0.6)).toBe("0.6000");
    expect(formatThreshold(1)).toBe("1.0000");
  });

  it("always signs a margin, but never a zero", () => {
    expect(formatMargin(0.09412)).toBe("+0.0941");
    expect(formatMargin(-0.05)).toBe("\u22120.0500");
    expect(formatMargin(-0.00001)).toBe("±0.0000");
  });

  it("writes counts, times and latencies", () => {
    expect(formatCount(14037)).toBe("14,037");
    expect(formatTimes(102.9)).toBe("103×");
    expect(formatTimes(2.04)).toBe("2.0×");
    expect(formatMilliseconds(0.842)).toBe("0.84\u00a0ms");
    expect(formatMilliseconds(355.48)).toBe("355\u00a0ms");
  });
});

it("counts things in the right number", () => {
  expect([0, 1, 2, 1234].map((count) => formatCounted(count, "vote"))).toEqual([
    "0 votes",
    "1 vote",
    "2 votes",
    "1,234 votes",
  ]);
  expect([1, 3].map((count) => formatCounted(count, "category", "categories"))).toEqual(["1 category", "3 categories"]);
});

it("signs a difference of dollars that is too small to be written out", () => {
  expect([2e-9, -2e-9, 0, -2.5].map((difference) => formatSigned(difference, formatDollars))).toEqual([
    "< +$0.000001",
    "> \u2212$0.000001",
    "±$0",
    "\u2212$2.50",
  ]);
});
