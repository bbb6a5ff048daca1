import { expect, it } from "vitest";
import { estimateTokens, maximumInputTokens } from "./token-estimate";

it("estimates a token for four ASCII characters, and one for any other character", () => {
  expect(estimateTokens("")).toBe(0);
  expect(estimateTokens("a".repeat(9))).toBe(3);
  expect(estimateTokens("日本語😀")).toBe(4);
});

it("bounds a call's tokens by its bytes and what surrounds them", () => {
  expect(maximumInputTokens("abc", "é") - maximumInputTokens()).toBe(5);
  expect(maximumInputTokens()).toBeGreaterThan(0);
});
