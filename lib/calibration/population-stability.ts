import { quantileOfSorted } from "@/lib/math/quantile";
import { lowerBound, upperBound } from "@/lib/math/sorted-search";

const BINS = 10;

/** 95 % point of the standard normal. */
const NORMAL_95 = 1.6448536269514722;

/** How many of two samples' values lie in each bin; two columns of equal length. */
export type SampleBins = { readonly these: readonly number[]; readonly those: readonly number[] };

/**
 * Counts two ascending samples in bins between the deciles of the second. A value that is more than one decile, because
 * a tenth of the sample or more ties at it, is a bin of its own: else a move away from it would go unseen.
 *
 * @returns bins that at least one of the samples has a value in.
 */
export function stabilityBins(these: Float64Array, those: Float64Array): SampleBins {
  const deciles = Array.from({ length: BINS - 1 }, (_, index) => quantileOfSorted(those, (index + 1) / BINS));
  const edges = deciles.flatMap((edge, index) => {
    if (deciles.indexOf(edge) < index) return [];
    return deciles.lastIndexOf(edge) > index
      ? [
          { edge, count: lowerBound },
          { edge, count: upperBound },
        ]
      : [{ edge, count: lowerBound }];
  });
  const countIn = (sample: Float64Array): readonly number[] => {
    const below = [0, ...edges.map(({ edge, count }) => count(sample, edge)), sample.length];
    return below.slice(1).map((count, index) => count - (below[index] ?? 0));
  };
  const [first, second] = [countIn(these), countIn(those)];
  const filled = first.flatMap((count, bin) => (count + (second[bin] ?? 0) > 0 ? [bin] : []));
  return { these: filled.map((bin) => first[bin] ?? 0), those: filled.map((bin) => second[bin] ?? 0) };
}

/**
 * Population stability index Σ (pᵢ − qᵢ) · ln(pᵢ / qᵢ) of two binned samples: 0 where they spread alike, symmetric.
 *
 * Empty bins would make it infinite, so each share is smoothed as Laplace did, with half a row a bin in all, spread over
 * the bins as both samples together are (an even spread would call two samples of unlike size different for that alone).
 *
 * Without any change the index is distributed as (1/n + 1/m) · χ² with B − 1 degrees of freedom (Yurdakul, Statistical
 * Properties of Population Stability Index, 2018).
 *
 * @returns the index; `chance`, its mean without any change; and `chanceLimit`, what it then stays below in 95 % of cases.
 */
export function stabilityIndex({ these, those }: SampleBins): {
  readonly index: number;
  readonly chance: number;
  readonly chanceLimit: number;
} {
  const n = these.reduce((sum, count) => sum + count, 0);
  const m = those.reduce((sum, count) => sum + count, 0);
  const pseudo = these.length / 2;
  const index = these.reduce((sum, count, bin) => {
    const other = those[bin] ?? 0;
    const prior = (pseudo * (count + other)) / (n + m);
    const p = (count + prior) / (n + pseudo);
    const q = (other + prior) / (m + pseudo);
    return sum + (p - q) * Math.log(p / q);
  }, 0);
  const scale = 1 / n + 1 / m;
  const freedom = these.length - 1;
  return { index, chance: scale * freedom, chanceLimit: scale * chiSquareQuantile95(freedom) };
}

/** What χ² stays below in 95 % of cases, by Wilson and Hilferty's cube root (1931): within 1 % from 3 degrees on. */
function chiSquareQuantile95(freedom: number): number {
  if (freedom === 0) return 0;
  const variance = 2 / (9 * freedom);
  return freedom * (1 - variance + NORMAL_95 * Math.sqrt(variance)) ** 3;
}
