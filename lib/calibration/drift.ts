import type { Threshold } from "@/lib/domain/threshold";
import { lowerBound } from "@/lib/math/sorted-search";
import { thresholdOfSorted } from "./calibrate-threshold";
import { stabilityBins, stabilityIndex } from "./population-stability";

/** How unlike two samples are, in the words of the usual bounds. */
export type DriftLevel = "same" | "moderate" | "different";

/** One sample beside another; the shape is that of lib/schemas/web/run-calibration. */
export type SampleComparison = {
  /** Benchmark, `training` or another sample's name. */
  readonly with: string;
  /** Population stability index beyond what chance alone explains; ≥ 0. */
  readonly stability: number;
  /** Strong share of this sample, and of the other, at the other's α for `strongShare` of its own calls. */
  readonly share: number;
  readonly otherShare: number;
  readonly level: DriftLevel;
};

/**
 * The usual bounds of the index: below .1 no change that matters, from .25 a different population (Lewis, An
 * Introduction to Credit Scoring, 1994; Siddiqi, Credit Risk Scorecards, 2006).
 */
const MODERATE_DRIFT = 0.1;
const STRONG_DRIFT = 0.25;

/**
 * How far a sample's win rates have moved from another's (a benchmark's, the training data's, last month's), and what
 * the other's α would do to it.
 *
 * Both the figure and the level allow for chance. Two samples of n and m rows of one kind have an index of about
 * (B − 1)·(1/n + 1/m) over B bins, not 0; this is subtracted. And the level rises above "same" only where the index
 * exceeds what 95 % of such pairs reach, so that twenty prompts are not called different for being few.
 *
 * @param strongShare target of the other's α.
 * @param threshold the other's α where it is known, and `other` only stands for its sample.
 * @throws RoutingError if either sample is empty.
 */
export function compareSamples({
  winRates,
  other,
  name,
  strongShare = 0.5,
  threshold: given,
}: {
  readonly winRates: ArrayLike<number>;
  readonly other: ArrayLike<number>;
  readonly name: string;
  readonly strongShare?: number;
  readonly threshold?: Threshold;
}): SampleComparison {
  const these = Float64Array.from(winRates).sort();
  const those = Float64Array.from(other).sort();
  const threshold = given ?? thresholdOfSorted(those, strongShare);
  // Refuses an empty sample in the same words.
  thresholdOfSorted(these, strongShare);
  const { index, chance, chanceLimit } = stabilityIndex(stabilityBins(these, those));
  const stability = Math.max(0, index - chance);
  return {
    with: name,
    stability,
    share: 1 - lowerBound(these, threshold) / these.length,
    otherShare: 1 - lowerBound(those, threshold) / those.length,
    level: index <= chanceLimit ? "same" : driftLevel(stability),
  };
}

function driftLevel(stability: number): DriftLevel {
  if (stability < MODERATE_DRIFT) return "same";
  return stability < STRONG_DRIFT ? "moderate" : "different";
}
