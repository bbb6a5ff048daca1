import { RoutingError } from "@/lib/domain/routing-error";
import { type Threshold, toThreshold } from "@/lib/domain/threshold";
import { quantileOfSorted } from "@/lib/math/quantile";

/**
 * The threshold that about `strongShare` of the win rates reach: their (1 − strongShare) quantile, type 7. Without ties,
 * `decide` sends strongShare of the sample to strong to within one prompt; a group of equal win rates at the threshold
 * goes to strong as a whole.
 *
 * The ends are promises about new prompts too, which may lie outside the sample's range: a share of 0 gives the threshold
 * 1, which no win rate below 1 reaches (a win rate of exactly 1 still goes to strong: no threshold excludes it); a share
 * of 1 gives the threshold 0, which every win rate reaches.
 *
 * @param ascending win rates, sorted; for many targets on one sample.
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
  return toThreshold(quantileOfSorted(ascending, 1 - strongShare));
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
