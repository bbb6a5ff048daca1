import { namedThresholdAbove, namedThresholdWithin, toNamedThreshold } from "@/lib/domain/model-name";
import { RoutingError } from "@/lib/domain/routing-error";
import { type Threshold, toThreshold } from "@/lib/domain/threshold";
import { quantileOfSorted } from "@/lib/math/quantile";
import { lowerBound } from "@/lib/math/sorted-search";

/** Two shares are equally far from the target where they differ by less than rounding does. */
const ROUNDING = 1e-9;

/**
 * The threshold, of those that a model name can say (five decimals), whose share of the win rates is nearest to
 * `strongShare`. Equal win rates go to strong together or not at all, so that not every share can be reached; of two that
 * are equally near it is the smaller one, which never costs more than was asked for.
 *
 * All thresholds between two neighbouring win rates send the same prompts to strong. Of these it is the one nearest to
 * the (1 − strongShare) quantile, type 7, as in RouteLLM: the quantile itself where it reaches the nearest share.
 *
 * The ends are promises about new prompts too, which may lie outside the sample's range: a share of 0 gives the threshold
 * 1, which no win rate below 1 reaches (a win rate of exactly 1 still goes to strong: no threshold excludes it); a share
 * of 1 gives the threshold 0, which every win rate reaches.
 *
 * @param ascending win rates, sorted; for many targets on one sample: O(log n).
 * @throws RoutingError if there is no win rate, or `strongShare` is not in [0, 1].
 */
export function thresholdOfSorted(ascending: ArrayLike<number>, strongShare: number): Threshold {
  if (!(strongShare >= 0 && strongShare <= 1)) {
    throw new RoutingError({
      code: "invalid_argument",
      parameter: "strongShare",
      message: `The share of strong calls must be a number from 0 to 1, but it was ${strongShare}.`,
    });
  }
  if (ascending.length === 0) {
    throw new RoutingError({
      code: "invalid_data",
      parameter: "prompts",
      message: "There is no prompt to calibrate on; at least one is needed.",
    });
  }
  if (strongShare === 0) return toThreshold(1);
  if (strongShare === 1) return toThreshold(0);
  const { lowest, highest } = thresholdsFor(ascending, nearestCount(ascending, strongShare));
  const aim = toNamedThreshold(toThreshold(quantileOfSorted(ascending, 1 - strongShare)));
  return toThreshold(Math.min(highest, Math.max(lowest, aim)));
}

/** How many win rates go to strong at the reachable share nearest to the target; the smaller of two equally near ones. */
function nearestCount(ascending: ArrayLike<number>, strongShare: number): number {
  const target = strongShare * ascending.length;
  // The highest win rate that must stay with weak if no more than the target may go to strong.
  const next = ascending[ascending.length - 1 - Math.floor(target)];
  if (next === undefined) return ascending.length;
  const more = reaching(ascending, namedThresholdWithin(next));
  const above = namedThresholdAbove(next);
  if (above === undefined) return more;
  const fewer = reaching(ascending, above);
  return target - fewer <= more - target + ROUNDING ? fewer : more;
}

const reaching = (ascending: ArrayLike<number>, threshold: number): number =>
  ascending.length - lowerBound(ascending, threshold);

/** The thresholds that exactly `count` of the win rates reach, for a count that can be reached. */
function thresholdsFor(ascending: ArrayLike<number>, count: number): { lowest: number; highest: number } {
  const below = ascending[ascending.length - 1 - count];
  const first = ascending[ascending.length - count];
  return {
    lowest: below === undefined ? 0 : (namedThresholdAbove(below) ?? 1),
    highest: first === undefined ? 1 : namedThresholdWithin(first),
  };
}

/** {@link thresholdOfSorted} for win rates in any order, which are left as they are. */
export function calibrateThreshold({
  winRates,
  strongShare,
}: {
  readonly winRates: ArrayLike<number>;
  readonly strongShare: number;
}): Threshold {
  return thresholdOfSorted(Float64Array.from(winRates).sort(), strongShare);
}
