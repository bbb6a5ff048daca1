import type { RankedQuestions } from "./rank-questions";

/** 97.5 % point of the standard normal: 95 % of it lie within ± this. */
const NORMAL_97_5 = 1.959963984540054;

/** What a router that knows nothing scores at one share of strong calls. */
export type RandomBandPoint = {
  readonly strongShare: number;
  /** Mean over all random runs: weak + share · (strong − weak), a straight line. */
  readonly score: number;
  /** 95 % of single random runs lie in [lower, upper]. */
  readonly lower: number;
  readonly upper: number;
};

/**
 * Straight line and 95 % band of one random run.
 *
 * A run that makes k strong calls among n questions draws k of the gains gᵢ = strongᵢ − weakᵢ without replacement, and
 * scores weak + (1/n) · (their sum). The sum of a simple random sample has variance k · (1 − k/n) · S² with
 * S² = Σ(gᵢ − ḡ)²/(n − 1) (Cochran, Sampling Techniques, theorem 2.2), so at the share p = k/n
 *
 *     Var(score) = p · (1 − p) · S² / n,
 *
 * and the band is ± 1.96 of its root (normal approximation): widest at p = ½, none at the two ends.
 */
export function randomBand(ranked: RankedQuestions, strongShares: ArrayLike<number>): RandomBandPoint[] {
  const { gains, weak } = ranked;
  const questions = gains.length;
  const weakScore = mean(weak);
  const gain = mean(gains);
  const spread = gainVariance(gains);
  return Array.from(strongShares, (strongShare) => {
    const score = weakScore + strongShare * gain;
    const deviation = Math.sqrt((Math.max(0, strongShare * (1 - strongShare)) * spread) / questions);
    return {
      strongShare,
      score,
      lower: score - NORMAL_97_5 * deviation,
      upper: score + NORMAL_97_5 * deviation,
    };
  });
}

/**
 * The APGR that 95 % of single random runs get: [lower, upper] around ½.
 *
 * On the full curve APGR is a linear rank statistic, Σ aⱼ·g₍ⱼ₎ / ḡ with aⱼ = (n − j + ½)/n² for the question at rank j
 * (from 1), whose variance over random orders is Σ(aⱼ − ā)² · S² / ḡ² (Hájek & Šidák) with Σ(aⱼ − ā)² = (n² − 1)/(12·n³).
 *
 * @returns null if the two models score the same.
 */
export function randomGapRecoveredInterval({ gains }: RankedQuestions): readonly [number, number] | null {
  const questions = gains.length;
  const gain = mean(gains);
  if (Math.abs(gain) < 1e-12) return null;
  const rankSpread = (questions ** 2 - 1) / (12 * questions ** 3);
  const deviation = Math.sqrt(rankSpread * gainVariance(gains)) / Math.abs(gain);
  return [0.5 - NORMAL_97_5 * deviation, 0.5 + NORMAL_97_5 * deviation];
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** S² with n − 1; 0 for a single question, which cannot vary. */
function gainVariance(gains: Float64Array): number {
  const average = mean(gains);
  const squares = gains.reduce((sum, gain) => sum + (gain - average) ** 2, 0);
  return gains.length < 2 ? 0 : squares / (gains.length - 1);
}
