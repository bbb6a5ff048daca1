import type { CurvePoint } from "@/lib/domain/curve-point";
import { interpolate } from "@/lib/math/interpolate";
import { type Curve, curvePoint } from "./curve";

/**
 * What a threshold does: on a full curve exactly the share and score of `winRate >= threshold` on its questions.
 * O(log n). The point carries the threshold asked for.
 */
export function pointAtThreshold(curve: Curve, threshold: number): CurvePoint {
  const { thresholds } = curve;
  let low = 1;
  let high = thresholds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((thresholds[middle] as number) >= threshold) low = middle + 1;
    else high = middle;
  }
  return { ...curvePoint(curve, low - 1), threshold };
}

/**
 * Mean score at a share of strong calls, on the straight line between the curve's neighbouring points: what drawing lots
 * between their two thresholds would reach. O(log n).
 */
export function scoreAtShare(
  { strongShares, scores }: Pick<Curve, "strongShares" | "scores">,
  strongShare: number,
): number {
  return interpolate(strongShare, { x: strongShares, y: scores });
}

/**
 * Smallest share of strong calls at which the curve, with straight lines between its points, reaches `score`.
 *
 * @returns null if it never does.
 */
export function shareForScore(
  { strongShares, scores }: Pick<Curve, "strongShares" | "scores">,
  score: number,
): number | null {
  const reached = scores.findIndex((value) => value >= score);
  if (reached < 0) return null;
  if (reached === 0) return strongShares[0] ?? null;
  const y0 = scores[reached - 1] as number;
  const x0 = strongShares[reached - 1] as number;
  const width = (strongShares[reached] as number) - x0;
  return x0 + (width * (score - y0)) / ((scores[reached] as number) - y0);
}
