import { percentileInterval } from "./bootstrap-gap-recovered";
import type { RankedQuestions } from "./rank-questions";

/** PGR at evenly spaced shares of strong calls, with the range that other questions of this kind might have given. */
export type GapRecoveredBand = {
  /** (steps + 1) at the shares 0, 1 / steps … 1. */
  readonly recovered: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
};

/**
 * Performance gap recovered along the curve, with its 95 % bootstrap interval at every share: each resample draws n of the
 * n questions with replacement and walks them in the router's order, so all resamples take O(n · resamples).
 * @param steps shares are 0, 1 / steps … 1; between the ends of runs of equal win rate by straight lines.
 * @returns null where the two models score the same: there is no gap to recover.
 */
export function gapRecoveredBand({
  ranking,
  steps,
  resamples,
  random,
}: {
  readonly ranking: RankedQuestions;
  readonly steps: number;
  readonly resamples: number;
  readonly random: () => number;
}): GapRecoveredBand | null {
  const questions = ranking.order.length;
  const recovered = recoveredAtShares(ranking, new Int32Array(questions).fill(1), steps);
  if (recovered === null) return null;
  const resampled: Float64Array[] = [];
  const counts = new Int32Array(questions);
  for (let resample = 0; resample < resamples; resample++) {
    counts.fill(0);
    for (let draw = 0; draw < questions; draw++) {
      const question = Math.floor(random() * questions);
      counts[question] = (counts[question] as number) + 1;
    }
    const values = recoveredAtShares(ranking, counts, steps);
    if (values !== null) resampled.push(values);
  }
  const intervals = Array.from(
    recovered,
    (value, step) => percentileInterval(resampled.map((values) => values[step] as number)) ?? [value, value],
  );
  return {
    recovered: [...recovered],
    low: intervals.map(([low]) => low),
    high: intervals.map(([, high]) => high),
  };
}

/** @returns (steps + 1) gain of the first calls as a part of the gain of all; null if that is nothing. */
function recoveredAtShares(
  { order, groupEnds, gains }: RankedQuestions,
  counts: Int32Array,
  steps: number,
): Float64Array | null {
  const questions = order.length;
  const values = new Float64Array(steps + 1);
  let [calls, gained, rank, step] = [0, 0, 0, 1];
  for (let group = 0; group < groupEnds.length; group++) {
    const [callsBefore, gainedBefore] = [calls, gained];
    for (const end = groupEnds[group] as number; rank < end; rank++) {
      const question = order[rank] as number;
      const count = counts[question] as number;
      calls += count;
      gained += count * (gains[question] as number);
    }
    for (; step <= steps && (step / steps) * questions <= calls; step++) {
      const part = calls === callsBefore ? 1 : ((step / steps) * questions - callsBefore) / (calls - callsBefore);
      values[step] = gainedBefore + part * (gained - gainedBefore);
    }
  }
  if (Math.abs(gained) < 1e-12 * calls) return null;
  // Rounding may have left the last share a hair beyond the last call.
  values[steps] = gained;
  return values.map((value) => value / gained);
}
