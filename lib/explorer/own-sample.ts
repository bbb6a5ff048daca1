import type { Threshold } from "@/lib/domain/threshold";
import type { SortedWinRates } from "./verdict";

/** A saved calibration that is its router's default: what α is taken from in place of the shipped sample. */
export type OwnSample = {
  /** As its owner called it. */
  readonly name: string;
  /** Prompts it was calibrated on. */
  readonly prompts: number;
  /** Stands for those prompts, see {@link sampleOfThresholds}; empty where only one α was kept. */
  readonly winRates: SortedWinRates;
  /** For the share that was aimed at. */
  readonly alpha: Threshold;
};

/**
 * The win rates of a sample as far as its thresholds tell them. The threshold of a target share s is the (1 − s) quantile
 * of the win rates, so the thresholds for 0, .001 … 1, from last to first, are the sample's quantiles at 0, .001 … 1; and
 * of 1,001 values in order, each is the quantile of its own place. Whatever calibrates on this list gives the very
 * thresholds back, and whatever ranks a prompt in it is right to a thousandth.
 *
 * @param thresholds (1001) for the target shares 0, .001 … 1, never rising.
 * @returns (1001) ascending.
 */
export const sampleOfThresholds = (thresholds: readonly number[]): SortedWinRates => thresholds.toReversed();
