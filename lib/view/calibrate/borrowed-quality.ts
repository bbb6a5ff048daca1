import type { SampleComparison } from "@/lib/calibration/drift";
import { BENCHMARK_INFO, type BenchmarkId, isBenchmarkId } from "@/lib/domain/benchmark";
import type { GapRecoveredBand } from "@/lib/evaluation/gap-recovered-band";
import { interpolate } from "@/lib/math/interpolate";
import { formatGapShare } from "@/lib/view/shared/format";

/** The benchmark whose win rates are most like a sample's. */
export type NearestBenchmark = { readonly benchmark: BenchmarkId; readonly comparison: SampleComparison };

/** @returns the benchmark of the smallest stability index; null if the sample was compared with none. */
export function nearestBenchmark(comparisons: readonly SampleComparison[]): NearestBenchmark | null {
  const [nearest] = comparisons
    .flatMap((comparison) => (isBenchmarkId(comparison.with) ? [{ benchmark: comparison.with, comparison }] : []))
    .toSorted((a, b) => a.comparison.stability - b.comparison.stability);
  return nearest ?? null;
}

/** What a benchmark lets one expect on prompts whose answers nobody has judged: never a measurement. */
export type BorrowedQuality = {
  /** Share of the gap between the two models that is kept (PGR): at the same share of strong calls … */
  readonly recovered: number;
  /** … and the range of it, see borrowQuality. */
  readonly range: readonly [number, number];
};

/**
 * Reads the quality to expect off the nearest benchmark's curve. Two questions of it are like the sample's point: those
 * at the same share of strong calls, and those at the same α; where the benchmark is like the sample the two agree. The
 * range spans the 95 % bootstrap bands at both, so that it widens by itself as the benchmark becomes less alike.
 *
 * @param strongShare of the sample's prompts that α sends to strong.
 * @param shareAtThreshold of the benchmark's questions that reach the same α.
 */
export function borrowQuality({
  band,
  strongShare,
  shareAtThreshold,
}: {
  readonly band: GapRecoveredBand;
  readonly strongShare: number;
  readonly shareAtThreshold: number;
}): BorrowedQuality {
  const read = (column: readonly number[], share: number) => interpolate(share, { x: band.strongShares, y: column });
  const shares = [strongShare, shareAtThreshold];
  return {
    recovered: read(band.recovered, strongShare),
    range: [
      Math.min(...shares.map((share) => read(band.low, share))),
      Math.max(...shares.map((share) => read(band.high, share))),
    ],
  };
}

/** The sentence under the figure: an extrapolation, and how far it reaches. */
export function borrowedQualityFinding(
  { recovered, range: [low, high] }: BorrowedQuality,
  { benchmark, comparison: { level } }: NearestBenchmark,
): string {
  const { label } = BENCHMARK_INFO[benchmark];
  const kept = `about ${formatGapShare(recovered)} of the gap between the two models (${formatGapShare(low)} to ${formatGapShare(high)})`;
  const alike = {
    same: `on ${label}, which is routed much alike`,
    moderate: `on ${label}, the most similar benchmark, though somewhat different`,
    different: `on ${label}, the most similar benchmark but unlike these prompts, so take it as a hint only`,
  }[level];
  return `Extrapolated, not measured: the same share of strong calls keeps ${kept} ${alike}.`;
}
