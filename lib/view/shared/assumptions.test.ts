import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DEFAULT_ASSUMPTIONS,
  MONEY_BOUNDS,
  type MoneyField,
  parseMoneyField,
  toAssumptions,
  toTypedPrices,
} from "./assumptions";

const FIELDS = Object.keys(MONEY_BOUNDS) as MoneyField[];

describe("what sums depend on", () => {
  it("keeps what is valid", () => {
    const stored = { promptTokens: 50, answerTokens: 0, promptsPerMonth: 7 };
    expect(toAssumptions(stored)).toEqual(stored);
    expect(toTypedPrices({ strong: 10, weak: 0 })).toEqual({ strong: 10, weak: 0 });
  });

  it.each([undefined, null, 7, "x", [], { strong: "10", promptTokens: "1" }, { strong: Number.NaN, answerTokens: -1 }])(
    "falls back to the defaults for %j",
    (stored) => {
      expect(toAssumptions(stored)).toEqual(DEFAULT_ASSUMPTIONS);
      expect(toTypedPrices(stored)).toEqual({});
    },
  );

  it("reads back from an address every number within bounds, and nothing else", () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIELDS), fc.integer({ min: 1, max: 10_000 }), (field, value) => {
        expect(parseMoneyField(field, String(value))).toBe(value);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...FIELDS), fc.string(), (field, text) => {
        const value = parseMoneyField(field, text);
        if (value === null) return;
        expect(value).toBeGreaterThanOrEqual(MONEY_BOUNDS[field].minimum);
        expect(value).toBeLessThanOrEqual(MONEY_BOUNDS[field].maximum);
      }),
    );
    for (const text of ["", "-1", "1e5", "0x10", "NaN", "Infinity", "1,000", " 5", "99999999999999"]) {
      expect(parseMoneyField("promptsPerMonth", text)).toBeNull();
    }
  });
});
