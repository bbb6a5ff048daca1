import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dollarFigure, formatDollars, formatGivenDollars } from "./dollars";

/** What a reader takes the text for. */
const read = (text: string): number => {
  const size = Number(text.replace(/^[<>] /, "").replaceAll(/[\u2212$,]/g, ""));
  // Between nothing and the least amount that is written.
  const magnitude = /^[<>]/.test(text) ? size / 2 : size;
  return text.includes("\u2212") ? -magnitude : magnitude;
};

const significantDigits = (text: string): number => text.replaceAll(/[^\d]/g, "").replace(/^0+/, "").length;

const ANY_SIZE = fc.tuple(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: -15, max: 12 }));
const POSITIVE = ANY_SIZE.map(([digits, power]) => digits * 10 ** power);

describe("sums of dollars", () => {
  it.each([
    [0, "$0"],
    [-0, "$0"],
    [0.0088673, "$0.0089"],
    [0.000086, "$0.000086"],
    [0.000_001, "$0.0000010"],
    [0.000_000_9, "< $0.000001"],
    [-0.000_000_9, "> \u2212$0.000001"],
    [0.05, "$0.0500"],
    [8.8673, "$8.87"],
    [12345.6, "$12,346"],
    [-3.5, "\u2212$3.50"],
  ])("writes %d as %s", (dollars, text) => {
    expect(formatDollars(dollars)).toBe(text);
  });

  it("never writes nothing for something", () => {
    fc.assert(
      fc.property(POSITIVE, (dollars) => {
        for (const text of [formatDollars(dollars), formatGivenDollars(dollars), dollarFigure(dollars)])
          expect(text).toMatch(/[1-9]/);
        expect(formatDollars(-dollars)).toMatch(/^(> )?\u2212\$.*[1-9]/);
        expect(formatDollars(dollars)).toMatch(/^(< )?\$[\d,]+(\.\d+)?$/);
      }),
    );
  });

  it("grow with the amount", () => {
    const amount = fc.oneof(
      POSITIVE,
      POSITIVE.map((size) => -size),
      fc.constant(0),
    );
    fc.assert(
      fc.property(amount, amount, fc.double({ min: 0, max: 0.2, noNaN: true }), (left, right, near) => {
        for (const other of [right, left * (1 + near)]) {
          const [less, more] = left < other ? [left, other] : [other, left];
          expect(read(formatDollars(less))).toBeLessThanOrEqual(read(formatDollars(more)));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("are within a twentieth of the amount, in three significant digits at most below a cent", () => {
    fc.assert(
      fc.property(POSITIVE, (dollars) => {
        const text = formatDollars(dollars);
        if (dollars >= 1e-6) expect(Math.abs(read(text) / dollars - 1)).toBeLessThanOrEqual(0.0501);
        if (dollars < 0.01) expect(significantDigits(text)).toBeLessThanOrEqual(3);
      }),
    );
  });
});

describe("given amounts", () => {
  it.each([
    [0, "$0"],
    [10, "$10"],
    [2.5, "$2.50"],
    [24.7, "$24.70"],
    [0.075, "$0.075"],
    [8.0153, "$8.0153"],
    [-0.15, "\u2212$0.15"],
    [1e-9, "< $0.000001"],
  ])("writes %d as %s", (dollars, text) => {
    expect(formatGivenDollars(dollars)).toBe(text);
  });
});

it("gives a field the figure alone, as a number that is read back", () => {
  expect([12345.6, 8.8673, 0.05, 0.00002, 2e-9, 0, -3.5].map(dollarFigure)).toEqual([
    "12346",
    "8.87",
    "0.0500",
    "0.000020",
    "0.0000000020",
    "0",
    "-3.50",
  ]);
});
