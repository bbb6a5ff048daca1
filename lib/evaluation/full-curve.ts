import type { Curve } from "./curve";
import type { RankedQuestions } from "./rank-questions";

/**
 * The exact curve: every distinct win rate is a threshold, so there is a point for each set of strong calls that the
 * router can make, plus the all-weak point, whose threshold is 1 (which no win rate below 1 reaches).
 *
 * @returns g + 1 points for g distinct win rates; O(n).
 */
export function fullCurve({ order, groupEnds, groupWinRates, gains, weak }: RankedQuestions): Curve {
  const questions = order.length;
  const thresholds = new Float64Array(groupEnds.length + 1);
  const strongShares = new Float64Array(groupEnds.length + 1);
  const scores = new Float64Array(groupEnds.length + 1);
  let total = 0;
  for (let index = 0; index < questions; index++) total += weak[index] as number;
  thresholds[0] = 1;
  scores[0] = total / questions;
  let rank = 0;
  for (let group = 0; group < groupEnds.length; group++) {
    const end = groupEnds[group] as number;
    for (; rank < end; rank++) total += gains[order[rank] as number] as number;
    thresholds[group + 1] = groupWinRates[group] as number;
    strongShares[group + 1] = end / questions;
    scores[group + 1] = total / questions;
  }
  return { thresholds, strongShares, scores };
}
