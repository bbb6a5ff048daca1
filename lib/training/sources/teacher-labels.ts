import { normalCumulative } from "@/lib/math/normal-cumulative";

/** Scores are cut off here, in standard deviations. */
const SCORE_LIMIT = 3;

/** Weight of a tie between equally strong answers, next to 1 for either side's win. */
const TIE_WEIGHT = 1;

/**
 * Where one quality label of the weak model's answer ends and the next begins, from `[[5]]` down, in deviations of the
 * teacher's score. The border between good ([[4]], [[5]]) and not lies at the mean, so that P(≥ [[4]]) tells prompts
 * apart over the whole range: with most prompts on one side of it, the order among them would be lost to rounding.
 */
const QUALITY_BOUNDS = [-1, 0, 0.8, 1.6] as const;

/** How far labels spread around the score, in the same deviations: every label has a say everywhere. */
const QUALITY_SPREAD = 0.7;

const clip = (score: number): number => Math.min(SCORE_LIMIT, Math.max(-SCORE_LIMIT, score));

/**
 * Soft labels of the encoder, by Davidson's model of paired comparisons with ties (1970): e^s : ν : e^−s for strong wins,
 * tie, weak wins. P(strong wins) grows with the score, so the student's win rate keeps the teacher's order.
 * @param score of the teacher for the strong model, standardised.
 * @returns (3) probabilities.
 */
export function outcomeLabels(score: number): number[] {
  const strong = Math.exp(clip(score));
  const weak = 1 / strong;
  const total = strong + TIE_WEIGHT + weak;
  return [strong / total, TIE_WEIGHT / total, weak / total];
}

/**
 * Soft labels of the decoder: the score plus normal noise, cut into five qualities of the weak model's answer. P(≥ [[4]])
 * falls with the score, so 1 − P(≥ [[4]]) keeps the teacher's order.
 * @param score of the teacher for the strong model, standardised.
 * @returns (5) probabilities of [[1]] … [[5]].
 */
export function qualityLabels(score: number): number[] {
  const below = QUALITY_BOUNDS.map((bound) => normalCumulative((bound - clip(score)) / QUALITY_SPREAD));
  const edges = [0, ...below, 1];
  return edges
    .slice(1)
    .map((edge, place) => edge - (edges[place] ?? 0))
    .reverse();
}
