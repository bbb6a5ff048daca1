import { betaQuantile } from "@/lib/math/beta-quantile";

/**
 * Clopper and Pearson's exact interval of a proportion: the p that a binomial test at (1 − confidence)/2 a side does not
 * rule out after `wins` of `trials`. It covers the true share in at least `confidence` of samples, however few there are.
 * Low bound: the α/2 quantile of Beta(k, n − k + 1), 0 if k = 0; high bound: the 1 − α/2 quantile of Beta(k + 1, n − k),
 * 1 if k = n.
 *
 * @param wins k, 0 … n. @param trials n ≥ 0; of none, the interval is [0, 1].
 * @returns [low, high], in [0, 1].
 */
export function exactInterval(wins: number, trials: number, confidence = 0.95): readonly [number, number] {
  const tail = (1 - confidence) / 2;
  const losses = trials - wins;
  return [
    wins === 0 ? 0 : betaQuantile(tail, { a: wins, b: losses + 1 }),
    losses === 0 ? 1 : betaQuantile(1 - tail, { a: wins + 1, b: losses }),
  ];
}
