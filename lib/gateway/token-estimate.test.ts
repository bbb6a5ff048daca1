import { expect, it } from "vitest";
import { maximumInputTokens } from "./token-estimate";

it("bounds a call's tokens by its bytes and what surrounds them", () => {
  expect(maximumInputTokens("abc", "é") - maximumInputTokens()).toBe(5);
  expect(maximumInputTokens()).toBeGreaterThan(0);
});
