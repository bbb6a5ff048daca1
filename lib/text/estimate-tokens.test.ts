import { expect, it } from "vitest";
import { estimateTokens } from "./estimate-tokens";

it("estimates a token for four ASCII characters, and one for any other character", () => {
  expect(estimateTokens("")).toBe(0);
  expect(estimateTokens("a".repeat(9))).toBe(3);
  expect(estimateTokens("日本語😀")).toBe(4);
});
