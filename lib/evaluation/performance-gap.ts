import { type Curve, endScores } from "./curve";

/** Score differences below this are rounding, not a gap: the two models count as equal. */
const SMALLEST_GAP = 1e-12;

/**
 * PGR(score) = (score − weak) / (strong − weak): the share of the gap between the two models that a score recovers; 0 at
 * the weak model's score, 1 at the strong one's.
 *
 * @returns null if the two models score the same, for then there is no gap to recover.
 */
export function performanceGapRecovered({
  score,
  weak,
  strong,
}: {
  readonly score: number;
  readonly weak: number;
  readonly strong: number;
}): number | null {
  const gap = strong - weak;
  return Math.abs(gap) < SMALLEST_GAP ? null : (score - weak) / gap;
}

/** (points) PGR along a curve; null if the two models score the same. */
export function curveGapRecovered(curve: Curve): Float64Array | null {
  const { weak, strong } = endScores(curve);
  const gap = strong - weak;
  return Math.abs(gap) < SMALLEST_GAP ? null : curve.scores.map((score) => (score - weak) / gap);
}
