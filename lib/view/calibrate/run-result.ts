import { type CalibratedSample, shareOfAllRows } from "@/lib/calibration/sample-budget";
import { BENCHMARK_INFO, isBenchmarkId } from "@/lib/domain/benchmark";
import { lowerBound } from "@/lib/math/sorted-search";
import { formatCounted, formatPercent, formatThreshold } from "@/lib/view/shared/format";
import type { WinRateHistogram } from "@/lib/view/shared/win-rate-histogram";

/** Most bars that a panel's width shows apart. */
const MOST_BARS = 50;

/**
 * The part of a table's counts that holds anything, in at most fifty bars: learned win rates keep to a narrow middle of
 * [0, 1] and would be a spike on the full range.
 * @param counts in bins of equal width over [0, 1].
 */
export function filledBars(counts: readonly number[]): WinRateHistogram {
  const first = Math.max(0, counts.findIndex((count) => count > 0) - 1);
  const end = Math.min(counts.length, counts.findLastIndex((count) => count > 0) + 2);
  const width = Math.max(1, Math.ceil((end - first) / MOST_BARS));
  const bars = Math.ceil((end - first) / width);
  const shown = Array.from({ length: bars }, (_, bar) =>
    counts.slice(first + bar * width, first + (bar + 1) * width).reduce((sum, count) => sum + count, 0),
  );
  const maximum = (first + bars * width) / counts.length;
  return { minimum: first / counts.length, maximum, counts: shown, peak: Math.max(0, ...shown) };
}

/** What α does to the rows at hand, and what to expect of new ones, in one sentence each. */
export function distributionFinding({
  sample,
  step,
  rows,
}: {
  readonly sample: CalibratedSample;
  readonly step: number;
  readonly rows: number;
}): string {
  const { table, heldOut } = sample;
  const threshold = table.thresholds[step] ?? 0;
  const share = shareOfAllRows(sample, step);
  const sent = `α ${formatThreshold(threshold)} sends ${formatPercent(share, 1)} of ${rows === 1 ? "this" : "these"} ${formatCounted(rows, "prompt")} to the strong model`;
  if (heldOut === 0) return `${sent}.`;
  return `${sent}, ${formatPercent(table.heldOutShares[step] ?? 0, 1)} of those that it was not calibrated on.`;
}

/** [low, high] as people read a range of shares. */
export const formatShareRange = (low: number, high: number): string =>
  `${formatPercent(low, 1)} to ${formatPercent(high, 1)}`;

/** What a sample beside the user's is called inside a sentence. */
export const comparedName = (name: string): string =>
  isBenchmarkId(name)
    ? BENCHMARK_INFO[name].label
    : name === "training"
      ? "the chat prompts of the shipped sample"
      : name;

/** Share of a sample at or above a threshold. @param sorted win rates, ascending: all of them, or even quantiles. */
export const shareReaching = (sorted: readonly number[], threshold: number): number =>
  1 - lowerBound(sorted, threshold) / sorted.length;
