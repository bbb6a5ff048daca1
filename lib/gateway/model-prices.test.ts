import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { callCost, listPrice, PRICES_SOURCE } from "./model-prices";

const AT = new Date("2026-11-30T12:00:00Z");
const file = (path: string) => readFileSync(createRequire(import.meta.url).resolve(path), "utf8");

it("costs input and output tokens at their own price, per million", () => {
  expect(callCost({ input: 2, output: 8 }, { input: 500_000, output: 250_000 })).toBe(3);
});

describe("a list price", () => {
  // The lines that this program held itself before: the package says the same of each.
  it.each([
    ["openai/gpt-5.4", 2.5, 15],
    ["openai/gpt-5.1", 1.25, 10],
    ["openai/gpt-5", 1.25, 10],
    ["openai/gpt-5-mini", 0.25, 2],
    ["openai/gpt-5-nano", 0.05, 0.4],
    ["openai/gpt-4.1", 2, 8],
    ["openai/gpt-4.1-mini", 0.4, 1.6],
    ["openai/gpt-4.1-nano", 0.1, 0.4],
    ["openai/gpt-4o", 2.5, 10],
    ["openai/gpt-4o-mini", 0.15, 0.6],
    ["anthropic/claude-opus-4-6", 5, 25],
    ["anthropic/claude-opus-4-5", 5, 25],
    ["anthropic/claude-opus-4-1", 15, 75],
    ["anthropic/claude-sonnet-4-6", 3, 15],
    ["anthropic/claude-sonnet-4-5", 3, 15],
    ["anthropic/claude-haiku-4-5", 1, 5],
    ["anthropic/claude-3-haiku-20240307", 0.25, 1.25],
    // A version at another price than the name without its date.
    ["openai/gpt-4o-2024-05-13", 5, 15],
    ["openai/gpt-4-1106-preview", 10, 30],
  ])("of %s is $%d in and $%d out", (id, input, output) => {
    expect(listPrice(id, AT)).toEqual({ input, output, listed: id });
    expect(callCost({ input, output, listed: id }, { input: 1000, output: 500 }, AT)).toBeCloseTo(
      (1000 * input + 500 * output) / 1e6,
      12,
    );
  });

  it.each([
    "openai/gpt-4o-2023-01-01",
    "openai/gpt-99",
    "openai/text-embedding-3-small",
    "anthropic/claude-opus-4-5-fast",
    "anthropic/gpt-4o",
    "openai-compatible/gpt-4o",
    "gpt-4o",
    "toString",
    "",
  ])("of %j is not known, and no other model's is taken for it", (id) => {
    expect(listPrice(id, AT)).toBeUndefined();
  });

  it("is that of the very call: a long prompt costs more a token", () => {
    const price = listPrice("openai/gpt-5.4", AT);
    if (price === undefined) throw new Error("No price.");
    expect(callCost(price, { input: 200_000, output: 0 }, AT)).toBeCloseTo(0.5, 9);
    expect(callCost(price, { input: 400_000, output: 0 }, AT)).toBeCloseTo(2, 9);
  });

  it("of any call is a finite number of dollars, whatever count the provider gives", () => {
    const price = listPrice("openai/gpt-4o", AT);
    if (price === undefined) throw new Error("No price.");
    fc.assert(
      fc.property(fc.double(), fc.double(), (input, output) => {
        const dollars = callCost(price, { input, output }, AT);
        expect(dollars).toBeGreaterThanOrEqual(0);
        expect(Number.isNaN(dollars)).toBe(false);
      }),
    );
  });
});

it("comes from the pinned version, which calls nobody", () => {
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(`@pydantic/genai-prices ${dependencies["@pydantic/genai-prices"]}`).toBe(PRICES_SOURCE);
  expect(file("@pydantic/genai-prices")).not.toMatch(/\bfetch\s*\(|XMLHttpRequest|require\(["'](node:)?https?["']\)/);
});
