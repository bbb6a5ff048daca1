"use client";

import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { shareOfAllRows } from "@/lib/calibration/sample-budget";
import { benchmarkQualitySchema } from "@/lib/schemas/web/quality-answer";
import { borrowedQualityFinding, borrowQuality, nearestBenchmark } from "@/lib/view/calibrate/borrowed-quality";
import { shareReaching } from "@/lib/view/calibrate/run-result";
import { formatGapShare } from "@/lib/view/shared/format";
import { useRun } from "./run-context";
import { usePoll } from "./use-poll";

const once = (): boolean => false;

/** What quality to hope for, borrowed from the nearest benchmark and marked as such. */
export function QualityPanel() {
  const { result, router, sampleOf, step } = useRun();
  const { value: quality, problem } = usePoll(`/calibrate/quality/${router}`, {
    schema: benchmarkQualitySchema,
    goesOn: once,
  });
  const sample = sampleOf(router);
  const nearest = nearestBenchmark(result.routers[router]?.comparisons ?? []);
  const measured = nearest === null ? undefined : quality?.[nearest.benchmark];
  const borrowed =
    sample === undefined || measured === undefined
      ? null
      : borrowQuality({
          band: measured.band,
          strongShare: shareOfAllRows(sample, step),
          shareAtThreshold: shareReaching(measured.winRates, sample.table.thresholds[step] ?? 0),
        });
  return (
    <Card
      title="Quality to hope for"
      aside={<Badge tone="neutral">extrapolation</Badge>}
      busy={quality === undefined && problem === undefined}
    >
      {problem === undefined ? null : <Notice kind="error">{problem}</Notice>}
      {quality === undefined ? (
        <p className="min-h-20 text-sm text-muted">Reading the benchmarks…</p>
      ) : borrowed === null || nearest === null ? (
        <Notice kind="empty">
          No benchmark was scored by the router that this server asks, so there is none to borrow from.
        </Notice>
      ) : (
        <>
          <p className="text-2xl leading-9 font-semibold">
            {formatGapShare(borrowed.range[0])} to {formatGapShare(borrowed.range[1])}
            <span className="text-sm font-normal text-muted"> of the gap kept</span>
          </p>
          <p className="mt-1 text-sm">{borrowedQualityFinding(borrowed, nearest)}</p>
        </>
      )}
    </Card>
  );
}
