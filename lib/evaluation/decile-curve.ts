import { quantileOfSorted } from "@/lib/math/quantile";
import type { Curve } from "./curve";
import { pointAtThreshold } from "./curve-at";
import { fullCurve } from "./full-curve";
import type { RankedQuestions } from "./rank-questions";

const BINS = 10;

/**
 * The curve as the public implementation measures it: its thresholds are the edges of `pandas.qcut(winRates, 10)`, that
 * is the 0, 10 … 100 % quantiles (type 7) without repetitions; `>=` for all of them but the last, `>` for the last.
 * Should every win rate be the same, the one edge is both ends: all strong (`>=`) and all weak (`>`).
 *
 * @returns at most 11 points.
 */
export function decileCurve(ranked: RankedQuestions): Curve {
  const full = fullCurve(ranked);
  const ascending = ascendingWinRates(ranked);
  // i * 0.1, as numpy.linspace computes it, not i / 10: the thresholds agree to the last bit.
  const edges = Array.from({ length: BINS + 1 }, (_, index) => quantileOfSorted(ascending, Math.min(1, index * 0.1)));
  const descending = [...new Set(edges)].reverse();
  const [highest = 1] = descending;
  const inner = descending.length === 1 ? descending : descending.slice(1);
  const points = inner.map((edge) => pointAtThreshold(full, edge));
  return {
    thresholds: Float64Array.from([highest, ...inner]),
    strongShares: Float64Array.from([0, ...points.map((point) => point.strongShare)]),
    scores: Float64Array.from([full.scores[0] as number, ...points.map((point) => point.score)]),
  };
}

function ascendingWinRates({ order, groupEnds, groupWinRates }: RankedQuestions): Float64Array {
  const ascending = new Float64Array(order.length);
  let start = 0;
  for (let group = 0; group < groupEnds.length; group++) {
    const end = groupEnds[group] as number;
    ascending.fill(groupWinRates[group] as number, order.length - end, order.length - start);
    start = end;
  }
  return ascending;
}
