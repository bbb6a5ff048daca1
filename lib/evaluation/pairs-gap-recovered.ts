import type { ColumnPair } from "./far-pairs";
import type { RankedQuestions } from "./rank-questions";

/** Mean APGR over pairs: as measured, and on each resample of the questions. */
export type PairsGapRecovered = {
  readonly mean: number;
  /** (resamples) paired between routers: resample i draws the same questions for all of them. */
  readonly resampled: Float64Array;
};

/**
 * APGR (full curve) of routers, averaged over many pairs of models, with a bootstrap over questions.
 *
 * The area under the gain over calls is a sum over questions: with n calls in all, a question whose group of equal win
 * rate is reached after b calls and left after a calls adds its gain over the remaining n − (a + b)/2 calls. So
 *
 *     APGR(strong, weak) = (A[strong] − A[weak]) / (n · (T[strong] − T[weak])),
 *
 * with A[m] = Σ (n − (a + b)/2) · score of m and T[m] = Σ score of m: two sums a model serve all its pairs, and a
 * resample costs O(models · questions) however many pairs there are.
 * @param options.rankings one a router, over the same questions in the same order; outcomes in them are not looked at.
 * @param options.scores (models) × (questions).
 * @returns in the order of `rankings`. A pair whose models score the same in a resample is left out of its mean.
 */
export function pairsGapRecovered({
  rankings,
  scores,
  pairs,
  resamples,
  random,
}: {
  readonly rankings: readonly Pick<RankedQuestions, "order" | "groupEnds">[];
  readonly scores: readonly ArrayLike<number>[];
  readonly pairs: readonly ColumnPair[];
  readonly resamples: number;
  readonly random: () => number;
}): PairsGapRecovered[] {
  const questions = scores[0]?.length ?? 0;
  const counts = new Int32Array(questions).fill(1);
  const measure = () => {
    const totals = scores.map((column) => weighedSum(column, counts));
    return rankings.map((ranking) => {
      const remaining = remainingCalls(ranking, counts);
      const areas = scores.map((column) => weighedSum(column, remaining));
      return meanOverPairs({ pairs, areas, totals, calls: questions });
    });
  };
  const means = measure();
  const resampled = rankings.map(() => new Float64Array(resamples));
  for (let resample = 0; resample < resamples; resample++) {
    counts.fill(0);
    for (let draw = 0; draw < questions; draw++) {
      const question = Math.floor(random() * questions);
      counts[question] = (counts[question] ?? 0) + 1;
    }
    measure().forEach((value, router) => {
      const column = resampled[router];
      if (column !== undefined) column[resample] = value;
    });
  }
  return means.map((mean, router) => ({ mean, resampled: resampled[router] ?? new Float64Array(0) }));
}

/** (questions) count of each question times n − (a + b)/2. */
function remainingCalls(
  { order, groupEnds }: Pick<RankedQuestions, "order" | "groupEnds">,
  counts: Int32Array,
): Float64Array {
  const remaining = new Float64Array(counts.length);
  let before = 0;
  let start = 0;
  for (const end of groupEnds) {
    let after = before;
    for (let rank = start; rank < end; rank++) after += counts[order[rank] ?? 0] ?? 0;
    const left = counts.length - (before + after) / 2;
    for (let rank = start; rank < end; rank++) {
      const question = order[rank] ?? 0;
      remaining[question] = left * (counts[question] ?? 0);
    }
    before = after;
    start = end;
  }
  return remaining;
}

function meanOverPairs(options: {
  readonly pairs: readonly ColumnPair[];
  readonly areas: readonly number[];
  readonly totals: readonly number[];
  readonly calls: number;
}): number {
  const { pairs, areas, totals, calls } = options;
  let sum = 0;
  let measured = 0;
  for (const { strong, weak } of pairs) {
    const gap = (totals[strong] ?? 0) - (totals[weak] ?? 0);
    if (gap === 0) continue;
    sum += ((areas[strong] ?? 0) - (areas[weak] ?? 0)) / (calls * gap);
    measured += 1;
  }
  return measured === 0 ? Number.NaN : sum / measured;
}

function weighedSum(column: ArrayLike<number>, weights: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < column.length; index++) sum += (column[index] ?? 0) * (weights[index] ?? 0);
  return sum;
}
