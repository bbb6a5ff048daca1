import { toNamedThreshold } from "@/lib/domain/model-name";
import { type Threshold, toThreshold } from "@/lib/domain/threshold";
import { binomialQuantile } from "@/lib/math/binomial-quantile";
import { thresholdOfSorted } from "./calibrate-threshold";

const TAIL = 0.025;

/**
 * The 95 % range of α: how far the threshold for `strongShare` would move if the sample were drawn again.
 *
 * Of n prompts drawn from all of this kind, Binomial(n, 1 − strongShare) lie below the α that all of them would give,
 * whatever the distribution of win rates. The order statistics at that count's 2.5 % quantile and one above its 97.5 %
 * quantile therefore enclose this α in at least 95 % of samples (David & Nagaraja, Order Statistics, §7.1). A bootstrap
 * of the quantile gives the same ranks without the exactness, at a thousand times the cost.
 *
 * Where the sample is too small for such a rank, nothing in it bounds α on that side: the range then ends at 0 or 1. The
 * targets 0 and 1 are the thresholds 1 and 0 in every sample. Ends are rounded down as thresholds are
 * ({@link toNamedThreshold}); α itself, which is interpolated, is always inside.
 */
export function thresholdRange(ascending: ArrayLike<number>, strongShare: number): readonly [Threshold, Threshold] {
  const threshold = thresholdOfSorted(ascending, strongShare);
  if (strongShare === 0 || strongShare === 1) return [threshold, threshold];
  const below = { trials: ascending.length, chance: 1 - strongShare };
  // Ranks count from 1; rank 0 is below every prompt and rank n + 1 above.
  const lowRank = binomialQuantile(TAIL, below);
  const highRank = binomialQuantile(1 - TAIL, below) + 1;
  const low = Math.min(threshold, ascending[lowRank - 1] ?? 0);
  const high = Math.max(threshold, ascending[highRank - 1] ?? 1);
  return [toNamedThreshold(toThreshold(low)), toNamedThreshold(toThreshold(high))];
}
