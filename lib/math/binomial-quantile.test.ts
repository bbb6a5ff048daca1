import { expect, it } from "vitest";
import { binomialQuantile } from "./binomial-quantile";

it.each([
  // scipy.stats.binom.ppf
  [0.025, 20, 0.3, 2],
  [0.975, 20, 0.3, 10],
  [0.025, 800_000, 0.5, 399_123],
  [0.975, 800_000, 0.5, 400_877],
  [0.975, 1000, 0.001, 3],
  [0.025, 1, 0.5, 0],
])("has the %d quantile of %d draws at %d at %d", (probability, trials, chance, expected) => {
  expect(binomialQuantile(probability, { trials, chance })).toBe(expected);
});

it("is sure where nothing or everything succeeds", () => {
  expect(binomialQuantile(0.975, { trials: 9, chance: 0 })).toBe(0);
  expect(binomialQuantile(0.025, { trials: 9, chance: 1 })).toBe(9);
});

it("finds the count that a sum over all counts finds", () => {
  for (const [trials, chance] of [
    [1, 0.5],
    [7, 0.01],
    [60, 0.93],
    [150, 0.37],
  ] as const) {
    for (const probability of [0.001, 0.025, 0.3, 0.9, 0.975, 0.999]) {
      let term = (1 - chance) ** trials;
      let sum = term;
      let count = 0;
      while (sum < probability) {
        term *= ((trials - count) / (count + 1)) * (chance / (1 - chance));
        sum += term;
        count += 1;
      }
      expect(binomialQuantile(probability, { trials, chance })).toBe(count);
    }
  }
});
