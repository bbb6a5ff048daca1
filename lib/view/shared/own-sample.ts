import type { Threshold } from "@/lib/domain/threshold";
import type { GivenAlpha, SortedWinRates } from "./router-alpha";

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
 * The win rates of a sample as far as its thresholds tell them. The threshold of a target share s is about the (1 − s)
 * quantile of the win rates, so the thresholds for 0, .001 … 1, from last to first, are about the sample's quantiles at
 * 0, .001 … 1, and whatever ranks a prompt in them is right to a thousandth. α itself is read off the thresholds
 * ({@link ownAlpha}): calibrating again on this list would move it where win rates tie.
 *
 * @param thresholds (1001) for the target shares 0, .001 … 1, never rising.
 * @returns (1001) ascending.
 */
export const sampleOfThresholds = (thresholds: readonly number[]): SortedWinRates => thresholds.toReversed();

/** The table that was kept, or the one α. */
export const ownAlpha = ({ winRates, alpha }: OwnSample): GivenAlpha =>
  winRates.length === 0 ? alpha : winRates.toReversed();
