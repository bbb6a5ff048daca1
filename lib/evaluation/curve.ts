import type { CurvePoint } from "@/lib/domain/curve-point";

/**
 * What a router reaches at each of its thresholds, as columns of equal length, from no strong call to all of them.
 * Index 0 sends everything to weak; the last index sends everything to strong.
 */
export type Curve = {
  /** Descending, in [0, 1]. Each point's decisions are `winRate >= threshold`, but for the all-weak point 0. */
  readonly thresholds: Float64Array;
  /** Shares of strong calls, ascending from 0 to 1. */
  readonly strongShares: Float64Array;
  /** Mean score of the routed answers, in the benchmark's own unit. */
  readonly scores: Float64Array;
};

/** The mean scores of the two models alone: the curve's ends. */
export function endScores({ scores }: Curve): { readonly weak: number; readonly strong: number } {
  return { weak: scores[0] ?? Number.NaN, strong: scores.at(-1) ?? Number.NaN };
}

/** One point of a curve; the nearest end if there is none at `index`. */
export function curvePoint(curve: Curve, index: number): CurvePoint {
  const inside = Math.min(Math.max(index, 0), curve.scores.length - 1);
  return {
    threshold: curve.thresholds[inside] as number,
    strongShare: curve.strongShares[inside] as number,
    score: curve.scores[inside] as number,
  };
}

/** All points by ascending threshold (descending share), the order in which the public implementation lists them. */
export function curvePoints(curve: Curve): CurvePoint[] {
  return Array.from(curve.scores, (_, index) => curvePoint(curve, curve.scores.length - 1 - index));
}
