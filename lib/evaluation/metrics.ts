import { trapezoid } from "@/lib/math/trapezoid";
import type { Curve } from "./curve";
import { shareForScore } from "./curve-at";
import { curveGapRecovered } from "./performance-gap";

/**
 * A curve in five numbers. All but `auc` measure against the gap between the two models; where these score the same they
 * are null (never NaN), because 0/0 is no figure.
 */
export type CurveMetrics = {
  /** Area of the score over the share of strong calls, in the benchmark's own unit. */
  readonly auc: number;
  /** Average performance gap recovered: area of PGR over the share; 0.5 for a router that knows nothing. */
  readonly apgr: number | null;
  /** CPT(x): smallest share of strong calls that recovers x of the gap; null if no point does. */
  readonly cpt20: number | null;
  readonly cpt50: number | null;
  readonly cpt80: number | null;
};

/** Area under score over strong-call share (trapezoid). */
function areaUnderCurve({ strongShares, scores }: Curve): number {
  return trapezoid({ x: strongShares, y: scores });
}

/** APGR; null if the two models score the same. */
export function averageGapRecovered(curve: Curve): number | null {
  const recovered = curveGapRecovered(curve);
  return recovered === null ? null : trapezoid({ x: curve.strongShares, y: recovered });
}

/**
 * CPT(`target`): the smallest share of strong calls at which PGR reaches `target`, with straight lines between points.
 *
 * @returns null if the two models score the same, or no point reaches it.
 */
function callPerformanceThreshold(curve: Curve, target: number): number | null {
  const recovered = curveGapRecovered(curve);
  return recovered === null ? null : shareForScore({ strongShares: curve.strongShares, scores: recovered }, target);
}

export function curveMetrics(curve: Curve): CurveMetrics {
  return {
    auc: areaUnderCurve(curve),
    apgr: averageGapRecovered(curve),
    cpt20: callPerformanceThreshold(curve, 0.2),
    cpt50: callPerformanceThreshold(curve, 0.5),
    cpt80: callPerformanceThreshold(curve, 0.8),
  };
}
