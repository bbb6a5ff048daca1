import { thresholdOfSorted } from "@/lib/calibration/calibrate-threshold";
import { type Curve, endScores } from "@/lib/evaluation/curve";
import { pointAtThreshold } from "@/lib/evaluation/curve-at";
import { performanceGapRecovered } from "@/lib/evaluation/performance-gap";
import { lowerBound } from "@/lib/math/sorted-search";

/** One router at the slider's position: what was aimed at, the α that this takes, and what comes of it. */
export type SelectedPoint = {
  /** Share of strong calls that the slider asks for. */
  readonly targetShare: number;
  /** α in [0, 1]. */
  readonly threshold: number;
  /** Share of this benchmark's questions that reach α: the target, unless α was calibrated on other prompts. */
  readonly strongShare: number;
  readonly score: number;
  /** PGR; null where the two models score the same. */
  readonly recovered: number | null;
};

/** α for a target share that a slider may have run past its end. */
export const thresholdForShare = (ascending: Float64Array, targetShare: number): number =>
  thresholdOfSorted(ascending, Math.min(1, Math.max(0, targetShare)));

/** The share of a sample of ascending win rates that reaches α. */
export const shareAtThreshold = (sample: Float64Array, threshold: number): number =>
  1 - lowerBound(sample, threshold) / sample.length;

/**
 * @param sample ascending win rates that α is calibrated on: the benchmark's own, or other prompts'.
 * @param threshold an α that was typed in, which then stands as it is.
 */
export function selectPoint({
  curve,
  sample,
  targetShare,
  threshold = thresholdForShare(sample, targetShare),
}: {
  readonly curve: Curve;
  readonly sample: Float64Array;
  readonly targetShare: number;
  readonly threshold?: number | undefined;
}): SelectedPoint {
  const { strongShare, score } = pointAtThreshold(curve, threshold);
  const recovered = performanceGapRecovered({ score, ...endScores(curve) });
  return { targetShare, threshold, strongShare, score, recovered };
}
