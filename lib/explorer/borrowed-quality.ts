import type { SampleComparison } from "@/lib/calibration/drift";
import { BENCHMARK_INFO, isBenchmarkId } from "@/lib/domain/benchmark";
import { formatPercent } from "./format";

/** PGR on one benchmark at the shares 0, .01 … 1, with its interval; the shape is that of lib/schemas/benchmark-quality. */
export type MeasuredQuality = {
  readonly questions: number;
  readonly recovered: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
};

export type BorrowedQuality = {
  /** As people call the benchmark. */
  readonly benchmark: string;
  readonly recovered: number;
  readonly low: number;
  readonly high: number;
  /** Says that it is borrowed, from where, and how far that is. */
  readonly sentence: string;
};

/**
 * The quality to hope for on a sample whose answers nobody judged: that of the benchmark whose win rates are most like the
 * sample's, at the same share of strong calls. An extrapolation, and its sentence says so.
 * @param strongShare in [0, 1]; between measured shares the nearest is taken.
 * @returns null where no benchmark was compared and measured.
 */
export function borrowQuality({
  comparisons,
  quality,
  strongShare,
}: {
  readonly comparisons: readonly SampleComparison[];
  readonly quality: Readonly<Record<string, MeasuredQuality>>;
  readonly strongShare: number;
}): BorrowedQuality | null {
  const [closest] = comparisons
    .filter(({ with: name }) => isBenchmarkId(name) && quality[name] !== undefined)
    .toSorted((a, b) => a.stability - b.stability);
  const name = closest?.with;
  if (closest === undefined || name === undefined || !isBenchmarkId(name)) return null;
  const measured = quality[name];
  if (measured === undefined) return null;
  const place = Math.round(strongShare * (measured.recovered.length - 1));
  const [recovered = 0, low = 0, high = 0] = [measured.recovered[place], measured.low[place], measured.high[place]];
  const benchmark = BENCHMARK_INFO[name].label;
  const range = `${formatPercent(low)} to ${formatPercent(high)}`;
  const caution = {
    same: "its win rates are much like your prompts'",
    moderate: "its win rates differ somewhat from your prompts', so take this as a rough guide",
    different: "yet its win rates are unlike your prompts', so do not rely on this",
  }[closest.level];
  return {
    benchmark,
    recovered,
    low,
    high,
    sentence: `Borrowed from ${benchmark}, not measured on your prompts: at this share the router keeps ${formatPercent(recovered)} of the gap between the two models there (95 % range ${range}). Of the benchmarks it is the nearest; ${caution}.`,
  };
}
