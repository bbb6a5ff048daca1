import type { Threshold } from "@/lib/domain/threshold";
import { lowerBound } from "@/lib/math/sorted-search";
import { thresholdOfSorted } from "./calibrate-threshold";
import { shareInterval } from "./share-interval";

/** A threshold for one router and one kind of prompts, and how far to trust it. */
export type Calibration = {
  /** As a model name can say it; share and interval are those of exactly this threshold. */
  readonly threshold: Threshold;
  /** Prompts it was calibrated on. */
  readonly sampleSize: number;
  /** Share of them that `threshold` sends to strong; differs from the target where win rates tie. */
  readonly achievedShare: number;
  /** 95 % range of the strong share of another such batch, in [0, 1]; see {@link shareInterval}. */
  readonly interval: readonly [number, number];
};

/**
 * Threshold for a target share of strong calls, with the range to expect on new prompts.
 *
 * The targets 0 and 1 have the range [0, 0] and [1, 1]: their thresholds hold for any prompt (but for win rates of exactly
 * 1 at target 0; if the sample holds such, the range is measured as for every other target).
 *
 * @throws RoutingError if there is no win rate, or `strongShare` is not in [0, 1].
 */
export function calibrate({
  winRates,
  strongShare,
}: {
  readonly winRates: ArrayLike<number>;
  readonly strongShare: number;
}): Calibration {
  return calibrateSorted({ ascending: Float64Array.from(winRates).sort(), strongShare });
}

/**
 * {@link calibrate} for win rates that are already ascending: a thousand targets cost one sort.
 *
 * @param newPrompts size of the batch that the range is for; by default that of the sample.
 */
export function calibrateSorted({
  ascending,
  strongShare,
  newPrompts = ascending.length,
}: {
  readonly ascending: ArrayLike<number>;
  readonly strongShare: number;
  readonly newPrompts?: number;
}): Calibration {
  const threshold = thresholdOfSorted(ascending, strongShare);
  const sampleSize = ascending.length;
  const strongCount = sampleSize - lowerBound(ascending, threshold);
  const promised = strongShare === 1 || (strongShare === 0 && strongCount === 0);
  return {
    threshold,
    sampleSize,
    achievedShare: strongCount / sampleSize,
    interval: promised ? [strongShare, strongShare] : shareInterval({ strongCount, sampleSize, newPrompts }),
  };
}
