import { createRandom } from "@/lib/math/seeded-random";
import { bootstrapGapRecovered, percentileInterval } from "./bootstrap-gap-recovered";
import type { RankedQuestions } from "./rank-questions";

export const BOOTSTRAP_RESAMPLES = 1000;

/** One seed for every place that states an interval, so that page, command line and README agree to the last digit. */
const BOOTSTRAP_SEED = 2024;

/**
 * 95 % bootstrap interval of each router's APGR on the full curve, all on the same resamples.
 *
 * @param rankings one per router, over the same questions in the same order.
 * @returns (n_routers) intervals; null where no resample has a figure.
 */
export function gapRecoveredIntervals(
  rankings: readonly RankedQuestions[],
  resamples = BOOTSTRAP_RESAMPLES,
): (readonly [number, number] | null)[] {
  const random = createRandom(BOOTSTRAP_SEED);
  const resampled = bootstrapGapRecovered({ rankings, resamples, random });
  return resampled.map((values) => percentileInterval(values));
}
