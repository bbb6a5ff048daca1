import { describe, expect, it } from "vitest";
import { exactInterval } from "./exact-interval";

/** P(X ≥ k) for X from Binomial(n, p), term by term. */
function upperTail(k: number, n: number, p: number): number {
  let sum = 0;
  for (let i = k; i <= n; i++) {
    let term = p ** i * (1 - p) ** (n - i);
    for (let j = 0; j < i; j++) term *= (n - j) / (i - j);
    sum += term;
  }
  return sum;
}

describe("exactInterval", () => {
  // scipy.stats.binomtest(k, n).proportion_ci(0.95, method="exact")
  it.each([
    [0, 10, 0, 0.30849710781876083],
    [10, 10, 0.6915028921812392, 1],
    [5, 10, 0.1870860284473926, 0.8129139715526073],
    [1, 1, 0.025, 1],
    [0, 1, 0, 0.975],
  ])("is that of SciPy for %i of %i", (wins, trials, low, high) => {
    const interval = exactInterval(wins, trials);
    expect(interval[0]).toBeCloseTo(low, 10);
    expect(interval[1]).toBeCloseTo(high, 10);
  });

  it("ends where a one-sided test at 2.5 % begins to rule the share out", () => {
    for (const [wins, trials] of [
      [3, 7],
      [12, 20],
      [1, 25],
      [24, 25],
    ] as const) {
      const [low, high] = exactInterval(wins, trials);
      expect(upperTail(wins, trials, low)).toBeCloseTo(0.025, 9);
      expect(1 - upperTail(wins + 1, trials, high)).toBeCloseTo(0.025, 9);
    }
  });

  it("says nothing of no trials, and is symmetric in wins and losses", () => {
    expect(exactInterval(0, 0)).toEqual([0, 1]);
    const [low, high] = exactInterval(4, 15);
    const [mirroredLow, mirroredHigh] = exactInterval(11, 15);
    expect(low).toBeCloseTo(1 - mirroredHigh, 12);
    expect(high).toBeCloseTo(1 - mirroredLow, 12);
  });
});
