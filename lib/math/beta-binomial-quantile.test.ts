import { expect, it } from "vitest";
import { betaBinomialQuantile } from "./beta-binomial-quantile";

it("agrees with scipy.stats.betabinom.ppf", () => {
  expect(betaBinomialQuantile(0.025, { trials: 10, a: 3, b: 8 })).toBe(0);
  expect(betaBinomialQuantile(0.975, { trials: 10, a: 4, b: 7 })).toBe(8);
  expect(betaBinomialQuantile(0.025, { trials: 2324, a: 1162, b: 1163 })).toBe(1095);
  expect(betaBinomialQuantile(0.975, { trials: 2324, a: 1163, b: 1162 })).toBe(1229);
  expect(betaBinomialQuantile(0.975, { trials: 5, a: 1, b: 5 })).toBe(3);
});

it("agrees with it for large batches, rare successes and a chance of which little is known", () => {
  expect(betaBinomialQuantile(0.025, { trials: 200_000, a: 400_000, b: 400_001 })).toBe(99_510);
  expect(betaBinomialQuantile(0.975, { trials: 200_000, a: 800, b: 799_201 })).toBe(232);
  expect(betaBinomialQuantile(0.975, { trials: 200_000, a: 1, b: 800_000 })).toBe(2);
  expect(betaBinomialQuantile(0.025, { trials: 10, a: 1, b: 1 })).toBe(0);
  expect(betaBinomialQuantile(0.975, { trials: 100_000, a: 3, b: 8 })).toBe(55_611);
});
