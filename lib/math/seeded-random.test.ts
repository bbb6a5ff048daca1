import { expect, it } from "vitest";
import { createRandom } from "./seeded-random";

const draws = (seed: number, count: number): number[] => Array.from({ length: count }, createRandom(seed));

it("gives the same stream for the same seed and another for another", () => {
  expect(draws(1, 5)).toEqual(draws(1, 5));
  expect(draws(1, 5)).not.toEqual(draws(2, 5));
});

it("is uniform on [0, 1) and uncorrelated, also between neighbouring seeds", () => {
  const count = 100_000;
  const first = draws(7, count);
  const second = draws(8, count);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  // Standard errors: mean .00091, variance .00024, product of independent centred draws .00026; four of them allowed.
  expect(Math.abs(mean(first) - 0.5)).toBeLessThan(0.0037);
  expect(Math.abs(mean(first.map((value) => (value - 0.5) ** 2)) - 1 / 12)).toBeLessThan(0.00095);
  expect(Math.abs(mean(first.map((value, index) => (value - 0.5) * ((second[index] ?? 0) - 0.5))))).toBeLessThan(
    0.0011,
  );
  expect(first.every((value) => value >= 0 && value < 1)).toBe(true);
});
