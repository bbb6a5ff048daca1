import { expect, it } from "vitest";
import { betaBinomialQuantile } from "./beta-binomial-quantile";

it("agrees with scipy.stats.betabinom.ppf", () => {
  expect(betaBinomialQuantile(0.025, { trials: 10, a: 3, b: 8 })).toBe(0);
  expect(betaBinomialQuantile(0.975, { trials: 10, a: 4, b: 7 })).toBe(8);
  expect(betaBinomialQuantile(0.025, { trials: 2324, a: 1162, b: 1163 })).toBe(1095);
  expect(betaBinomialQuantile(0.975, { trials: 2324, a: 1163, b: 1162 })).toBe(1229);
  expect(betaBinomialQuantile(0.975, { trials: 5, a: 1, b: 5 })).toBe(3);
});
