"use client";

import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { borrowQuality } from "@/lib/explorer/borrowed-quality";
import { formatPercent } from "@/lib/explorer/format";
import { benchmarkQualitySchema } from "@/lib/schemas/benchmark-quality";
import { useRun } from "./run-context";
import { usePolled } from "./use-polled";

const once = (): boolean => false;

/** What quality to hope for, borrowed from the nearest benchmark and marked as such. */
export function QualityPanel() {
  const { result, router, strongShare } = useRun();
  const { value: quality, problem } = usePolled(`/calibrate/quality/${router}`, {
    schema: benchmarkQualitySchema,
    goesOn: once,
  });
  const comparisons = result.routers[router]?.comparisons ?? [];
  const borrowed = quality === undefined ? null : borrowQuality({ comparisons, quality, strongShare });
  return (
    <Card title="Quality to hope for" aside={<Badge tone="neutral">extrapolation</Badge>} busy={quality === undefined}>
      {problem === undefined ? null : <Notice kind="error">{problem}</Notice>}
      {quality === undefined ? (
        <p className="min-h-20 text-sm text-muted">Reading the benchmarks…</p>
      ) : borrowed === null ? (
        <Notice kind="empty">
          No benchmark was scored by the router that this server asks, so none can be borrowed from.
        </Notice>
      ) : (
        <>
          <p className="text-2xl leading-9 font-semibold">
            {formatPercent(borrowed.low)} to {formatPercent(borrowed.high)}
            <span className="text-sm font-normal text-muted"> of the gap kept</span>
          </p>
          <p className="mt-1 text-sm">{borrowed.sentence}</p>
        </>
      )}
    </Card>
  );
}
