import { quantile } from "@/lib/math/quantile";
import type { RankedQuestions } from "./rank-questions";

/**
 * Bootstrap of APGR (full curve) over questions: each resample draws n of the n questions with replacement and measures
 * every router on that same draw, so that differences between routers are paired.
 *
 * A resample is a count per question; walking these counts in each router's fixed order gives its curve in O(n), so 1,000
 * resamples of 14,000 questions and six routers take a second or two.
 *
 * @param rankings one per router, over the same questions in the same order.
 * @returns (n_routers) × (resamples) APGR values; NaN for a resample in which the two models score the same.
 */
export function bootstrapGapRecovered({
  rankings,
  resamples = 1000,
  random,
}: {
  readonly rankings: readonly RankedQuestions[];
  readonly resamples?: number;
  readonly random: () => number;
}): Float64Array[] {
  const questions = rankings[0]?.order.length ?? 0;
  const results = rankings.map(() => new Float64Array(resamples));
  const counts = new Int32Array(questions);
  for (let resample = 0; resample < resamples; resample++) {
    counts.fill(0);
    for (let draw = 0; draw < questions; draw++) {
      const question = Math.floor(random() * questions);
      counts[question] = (counts[question] as number) + 1;
    }
    rankings.forEach((ranking, router) => {
      const result = results[router];
      if (result !== undefined) result[resample] = resampledGapRecovered(ranking, counts);
    });
  }
  return results;
}

/**
 * APGR of one resample. With G(k) the gain collected by the first k strong calls, PGR = G/G(n): the area under G over
 * calls, by trapezoids between the ends of runs of equal win rate, divided by n · G(n).
 */
function resampledGapRecovered({ order, groupEnds, gains }: RankedQuestions, counts: Int32Array): number {
  let calls = 0;
  let gained = 0;
  let area = 0;
  let rank = 0;
  for (let group = 0; group < groupEnds.length; group++) {
    const end = groupEnds[group] as number;
    const callsBefore = calls;
    const gainedBefore = gained;
    for (; rank < end; rank++) {
      const question = order[rank] as number;
      const count = counts[question] as number;
      calls += count;
      gained += count * (gains[question] as number);
    }
    area += ((calls - callsBefore) * (gained + gainedBefore)) / 2;
  }
  return Math.abs(gained) < 1e-12 * calls ? Number.NaN : area / (calls * gained);
}

/**
 * The middle `level` of resampled values (percentile interval, type-7 quantiles); resamples without a figure are left out.
 *
 * @returns null if no resample has a figure.
 */
export function percentileInterval(values: ArrayLike<number>, level = 0.95): readonly [number, number] | null {
  const figures = Float64Array.from(values).filter((value) => !Number.isNaN(value));
  if (figures.length === 0) return null;
  return [quantile(figures, (1 - level) / 2), quantile(figures, (1 + level) / 2)];
}
