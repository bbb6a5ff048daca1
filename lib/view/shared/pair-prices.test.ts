import { describe, expect, it } from "vitest";
import { blendedPrice, monthlyCost } from "@/lib/calibration/money";
import { DEFAULT_ASSUMPTIONS } from "./assumptions";
import { knownPrice } from "./known-price";
import { missingPrice, pairMoney, pairPrices, pricesInWords, SERVED_PAIR } from "./pair-prices";
import { PRICE_PRESETS } from "./price-presets";

const GPT = { strong: "gpt-4o-2024-08-06", weak: "gpt-4o-mini-2024-07-18", priceOf: knownPrice };
const moneyOf = (pair: typeof GPT, assumptions = DEFAULT_ASSUMPTIONS) =>
  pairMoney(pairPrices(pair, {}, assumptions.promptTokens), assumptions);

describe("a pair's prices", () => {
  it("are its own models', with source and day", () => {
    const money = moneyOf(GPT);
    // Half of 100,000 calls of 95 tokens in and 264 out at $2.50 and $10, half at $0.15 and $0.60.
    const half = (50_000 * (95 * 2.5 + 264 * 10 + 95 * 0.15 + 264 * 0.6)) / 1e6;
    expect(money && monthlyCost(money, 0.5)).toBeCloseTo(half, 9);
    expect(half).toBeCloseTo(152.5, 1);
    expect(pricesInWords(pairPrices(GPT, {}, 95))).toMatch(
      /^Per million tokens: gpt-4o-2024-08-06 \$2\.50 in, \$10 out; gpt-4o-mini-2024-07-18 \$0\.15 in, \$0\.60 out \(OpenAI’s list price of 20\d\d-\d\d-\d\d\)\.$/,
    );
  });

  it("of the paper's pair are the paper's", () => {
    const prices = pairPrices(SERVED_PAIR, {}, 95);
    expect([prices.strong.price?.outputPerMillion, prices.weak.price?.outputPerMillion]).toEqual([24.7, 0.24]);
    expect(pricesInWords(prices)).toContain("mid-2024");
  });

  it.each(["Yi-34B", "deepseek-chat", "Meta-Llama-3.1-70B-Instruct", "gpt-4o", "toString", ""])(
    "are not known where nobody lists %j, and nothing else is taken for them",
    (weak) => {
      const prices = pairPrices({ ...GPT, weak }, {}, 95);
      expect(prices.weak).toMatchObject({ price: null, source: "no price known" });
      expect(missingPrice(prices)).toBe(`No price known of ${weak}.`);
      expect(pairMoney(prices, DEFAULT_ASSUMPTIONS)).toBeNull();
      expect(pairMoney(pairPrices({ ...GPT, weak }, { weak: 0.1 }, 95), DEFAULT_ASSUMPTIONS)).not.toBeNull();
    },
  );

  it("of long prompts are those of long prompts", () => {
    const short = knownPrice("gemini-1.5-pro", 128_000)?.price.inputPerMillion ?? 0;
    expect(knownPrice("gemini-1.5-pro", 128_001)?.price.inputPerMillion).toBe(2 * short);
  });

  it("as typed in say so, or whose they are", () => {
    const [, , gpt] = PRICE_PRESETS;
    expect(pairPrices(SERVED_PAIR, { strong: 3 }, 95).strong.source).toBe("as typed in here");
    expect(pairPrices(SERVED_PAIR, { strong: gpt?.strong, weak: gpt?.weak }, 95).weak.source).toContain("GPT-4o mini");
  });
});

it("blends to the price at which a call of these lengths costs the same", () => {
  expect(blendedPrice({ inputPerMillion: 10, outputPerMillion: 30 }, DEFAULT_ASSUMPTIONS)).toBeCloseTo(24.7, 1);
  expect(blendedPrice({ inputPerMillion: 7, outputPerMillion: 7 }, { promptTokens: 0, answerTokens: 0 })).toBe(7);
});

describe("PRICE_PRESETS", () => {
  it.each(PRICE_PRESETS.map((preset) => [preset.id, preset] as const))(
    "%s is dated, the weak model cheaper",
    (_, preset) => {
      expect(preset.strong).toBeGreaterThan(preset.weak);
      expect(preset.source).toMatch(/20\d\d/);
    },
  );
});
