import { expect, it } from "vitest";
import { betaDistribution, betaQuantile } from "./beta-quantile";

it("agrees with scipy.stats.beta.ppf", () => {
  const expected: readonly (readonly [number, number, number, number])[] = [
    [0.025, 1, 10, 0.0025285785444617848],
    [0.975, 500, 501, 0.5304537166614578],
    [0.025, 30, 2000, 0.009997435318327627],
    [0.5, 0.5, 0.5, 0.5],
    [0.975, 11, 1, 0.9977010277861857],
    [0.3, 7000, 3000, 0.6976065523631144],
  ];
  for (const [probability, a, b, value] of expected) expect(betaQuantile(probability, { a, b })).toBeCloseTo(value, 11);
});

it("is a distribution: 0 and 1 at the ends, x itself for a = b = 1", () => {
  expect([0, 0.3, 1].map((x) => betaDistribution(x, { a: 1, b: 1 }))).toEqual([0, expect.closeTo(0.3, 14), 1]);
});
