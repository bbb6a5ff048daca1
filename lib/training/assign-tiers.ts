import { RoutingError } from "@/lib/domain/routing-error";
import type { ModelRating } from "@/lib/training/solvers/fit-bradley-terry";

/** @returns population variances of `values[from..to]` for every `to` ≥ `from`, one pass (Welford); 0 before it. */
function variancesFrom(values: readonly number[], from: number): readonly number[] {
  let mean = 0;
  let squares = 0;
  return values.map((value, to) => {
    if (to < from) return 0;
    const count = to - from + 1;
    const offset = value - mean;
    mean += offset / count;
    squares += offset * (value - mean);
    return squares / count;
  });
}

/**
 * Cuts models, sorted by rating, into `tierCount` runs so that the sum of the runs' variances is smallest (dynamic
 * programming over the last cut). As in the release, variances are added unweighted by run length, and of equally good
 * cuts the earliest wins; with fewer models than tiers some tiers stay empty.
 * @param ratings best first, as `fitBradleyTerry` returns them.
 * @returns tier of each model; 0 is the strongest.
 */
export function assignTiers(ratings: readonly ModelRating[], tierCount: number): Readonly<Record<string, number>> {
  if (!(Number.isInteger(tierCount) && tierCount >= 1)) {
    throw new RoutingError({
      code: "invalid_argument",
      parameter: "tiers",
      message: `The number of tiers must be a whole number of at least 1, but it was ${tierCount}.`,
    });
  }
  const values = ratings.map(({ rating }) => rating);
  const count = values.length;
  // cost[to]: best sum of variances of models 0..to in (tier + 1) runs. cuts[tier][to]: the last model before its last run.
  let cost: readonly number[] = variancesFrom(values, 0);
  const cuts: number[][] = [values.map(() => 0)];
  const variances = values.map((_, from) => variancesFrom(values, from));
  for (let tier = 1; tier < tierCount; tier++) {
    const nextCost = values.map(() => 0);
    const cut = values.map(() => 0);
    for (let to = 1; to < count; to++) {
      let best = Number.POSITIVE_INFINITY;
      for (let last = 0; last < to; last++) {
        const total = (cost[last] ?? 0) + (variances[last + 1]?.[to] ?? 0);
        if (total < best) {
          best = total;
          cut[to] = last;
        }
      }
      nextCost[to] = best;
    }
    cost = nextCost;
    cuts.push(cut);
  }

  const tiers: (readonly [string, number])[] = [];
  let to = count - 1;
  for (let tier = tierCount - 1; tier >= 0 && to >= 0; tier--) {
    // The first model opens tier 0 and cannot be cut off: further cuts there only leave empty tiers.
    const last = tier === 0 ? -1 : (cuts[tier]?.[to] ?? 0);
    for (let index = to; index > last; index--) {
      const model = ratings[index]?.model;
      if (model !== undefined) tiers.push([model, tier]);
    }
    to = Math.min(to, last);
  }
  // Not by assignment: a model may be called __proto__.
  return Object.fromEntries(tiers.reverse());
}
