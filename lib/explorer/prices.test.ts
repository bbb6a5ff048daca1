import { describe, expect, it } from "vitest";
import { blendPrice, DEFAULT_PRICES, PRICE_BOUNDS, PRICE_PRESETS, toPrices } from "./prices";

describe("blendPrice", () => {
  it("gives the paper's $24.7 for gpt-4-1106-preview's list prices of $10 in and $30 out", () => {
    expect(blendPrice({ input: 10, output: 30 })).toBeCloseTo(24.7, 1);
  });
});

describe("toPrices", () => {
  it("keeps what is valid", () => {
    const prices = { strong: 10, weak: 1, promptTokens: 50, answerTokens: 0 };
    expect(toPrices(prices)).toEqual(prices);
  });

  it.each([undefined, null, 7, "x", [], { strong: "10" }, { strong: Number.NaN }, { strong: -1 }, { strong: 1e9 }])(
    "falls back to the defaults for %j",
    (stored) => {
      expect(toPrices(stored)).toEqual(DEFAULT_PRICES);
    },
  );
});

describe("PRICE_PRESETS", () => {
  it.each(PRICE_PRESETS.map((preset) => [preset.id, preset] as const))("%s is within bounds and dated", (_, preset) => {
    expect(preset.strong).toBeGreaterThan(preset.weak);
    expect(preset.strong).toBeLessThanOrEqual(PRICE_BOUNDS.strong.maximum);
    expect(preset.source).toMatch(/20\d\d/);
  });
});
