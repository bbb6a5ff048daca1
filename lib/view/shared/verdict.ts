import { type Choice, decide } from "@/lib/domain/decide";
import type { RouterId } from "@/lib/domain/router-id";
import type { Threshold } from "@/lib/domain/threshold";
import { toWinRate } from "@/lib/domain/win-rate";
import { lowerBound } from "@/lib/math/sorted-search";
import { type AlphaSource, alphaForShare, type GivenAlpha, type SortedWinRates } from "./router-alpha";

/** What one router's win rate means among real prompts, whatever the target share. */
export type Reading = {
  readonly routerId: RouterId;
  readonly winRate: number;
  /** Share of the calibration sample's prompts with a lower win rate, in [0, 1]; null without a sample. */
  readonly percentile: number | null;
  /** The smallest whole-per-cent target share, in [0, 1], at which this prompt goes to strong; null without a sample. */
  readonly flipShare: number | null;
};

/** What it means at one threshold. */
export type Verdict = Reading & {
  readonly threshold: Threshold;
  readonly choice: Choice;
  /** winRate − threshold: ≥ 0 where strong is chosen. */
  readonly margin: number;
};

/** Thresholds fall as the share grows, so the first whole per cent that is strong is found by halving: 7 steps. */
function findFlipShare(source: AlphaSource, winRate: number): number {
  let low = 0;
  let high = 100;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const threshold = alphaForShare(source, middle / 100);
    if (threshold !== undefined && decide(toWinRate(winRate), threshold) === "strong") high = middle;
    else low = middle + 1;
  }
  return low / 100;
}

type ReadingOptions = {
  readonly routerId: RouterId;
  readonly winRate: number;
  readonly sample: SortedWinRates;
  readonly given?: GivenAlpha | undefined;
};

/** What a win rate means among the prompts of `sample`, which may be empty. */
export const readWinRate = ({ routerId, winRate, sample, given }: ReadingOptions): Reading => ({
  routerId,
  winRate,
  percentile: sample.length === 0 ? null : lowerBound(sample, winRate) / sample.length,
  flipShare: sample.length === 0 ? null : findFlipShare({ sample, given }, winRate),
});

export const judge = (reading: Reading, threshold: Threshold): Verdict => ({
  ...reading,
  threshold,
  choice: decide(toWinRate(reading.winRate), threshold),
  margin: reading.winRate - threshold,
});
