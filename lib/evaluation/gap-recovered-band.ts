import { interpolate } from "@/lib/math/interpolate";
import { percentileInterval } from "./bootstrap-gap-recovered";
import type { RankedQuestions } from "./rank-questions";

/** Shares 0, .01 … 1. */
const GRID = Array.from({ length: 101 }, (_, index) => index / 100);

/** How much of the gap between the two models a router keeps (PGR) at each share of strong calls; columns of equal length. */
export type GapRecoveredBand = {
  readonly strongShares: readonly number[];
  /** On the questions as they are. */
  readonly recovered: readonly number[];
  /** The middle 95 % of resampled benchmarks. */
  readonly low: readonly number[];
  readonly high: readonly number[];
};

/**
 * Bootstrap of PGR over questions, along the curve: each resample draws n of the n questions with replacement and is
 * walked once in the router's order. O(resamples · n).
 *
 * @returns null if the two models score the same, for then there is no gap to keep.
 */
export function gapRecoveredBand({
  ranked,
  resamples = 500,
  random,
}: {
  readonly ranked: RankedQuestions;
  readonly resamples?: number;
  readonly random: () => number;
}): GapRecoveredBand | null {
  const questions = ranked.order.length;
  const ones = new Int32Array(questions).fill(1);
  const recovered = recoveredAlong(ranked, ones);
  if (recovered === null) return null;
  const counts = new Int32Array(questions);
  const columns = GRID.map(() => new Float64Array(resamples).fill(Number.NaN));
  for (let resample = 0; resample < resamples; resample++) {
    counts.fill(0);
    for (let draw = 0; draw < questions; draw++) {
      const question = Math.floor(random() * questions);
      counts[question] = (counts[question] as number) + 1;
    }
    recoveredAlong(ranked, counts)?.forEach((value, index) => {
      const column = columns[index];
      if (column !== undefined) column[resample] = value;
    });
  }
  const intervals = columns.map((column, index) => percentileInterval(column) ?? at(recovered, index));
  return {
    strongShares: GRID,
    recovered,
    low: intervals.map(([low]) => low),
    high: intervals.map(([, high]) => high),
  };
}

const at = (values: readonly number[], index: number): readonly [number, number] => {
  const value = values[index] ?? Number.NaN;
  return [value, value];
};

/** PGR at each share of the grid, where question i is there counts[i] times; null if nothing is gained in all. */
function recoveredAlong({ order, groupEnds, gains }: RankedQuestions, counts: Int32Array): number[] | null {
  const calls = new Float64Array(groupEnds.length + 1);
  const gained = new Float64Array(groupEnds.length + 1);
  let rank = 0;
  for (let group = 0; group < groupEnds.length; group++) {
    let [groupCalls, groupGain] = [0, 0];
    for (; rank < (groupEnds[group] as number); rank++) {
      const question = order[rank] as number;
      groupCalls += counts[question] as number;
      groupGain += (counts[question] as number) * (gains[question] as number);
    }
    calls[group + 1] = (calls[group] as number) + groupCalls;
    gained[group + 1] = (gained[group] as number) + groupGain;
  }
  const allCalls = calls.at(-1) ?? 0;
  const allGained = gained.at(-1) ?? 0;
  if (Math.abs(allGained) < 1e-12 * allCalls) return null;
  return GRID.map((share) => interpolate(share * allCalls, { x: calls, y: gained }) / allGained);
}
