import { expect, it } from "vitest";
import { callCost, listPrice } from "./model-prices";

it("costs input and output tokens at their own price, per million", () => {
  expect(callCost({ input: 2, output: 8 }, { input: 500_000, output: 250_000 })).toBe(3);
});

it("knows list prices by exact id only: a variant may cost something else", () => {
  expect(listPrice("openai/gpt-4o-mini")).toEqual({ input: 0.15, output: 0.6 });
  expect(listPrice("openai/gpt-4o-2024-05-13")).toBeUndefined();
  expect(listPrice("openai-compatible/gpt-4o")).toBeUndefined();
  expect(listPrice("toString")).toBeUndefined();
});
