"use client";

import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { ArtifactVersions } from "@/lib/calibration/hand-over";
import { type RunResult, runResultSchema } from "@/lib/schemas/web/run-calibration";
import { formatCount, formatCounted } from "@/lib/view/shared/format";
import { DistributionPanel } from "./distribution-panel";
import { DriftPanel } from "./drift-panel";
import { HandOverPanel } from "./hand-over-panel";
import { QualityPanel } from "./quality-panel";
import { RoutersTable } from "./routers-table";
import { RunProvider, type ServedModels } from "./run-context";
import { TargetPanel } from "./target-panel";
import { usePoll } from "./use-poll";

const once = (): boolean => false;

type RunResultViewProps = {
  readonly id: string;
  readonly artifacts: ArtifactVersions;
  readonly served: ServedModels;
};

/** What came of a run: one slider over it, the money, how far to trust it, and what to hand over. */
export function RunResultView({ id, artifacts, served }: RunResultViewProps) {
  const { value, problem, refresh } = usePoll(`/calibrate/runs/${id}/result`, {
    schema: runResultSchema,
    goesOn: once,
  });
  if (problem !== undefined) {
    return (
      <Notice kind="error" action={<Button onClick={refresh}>Try again</Button>}>
        {problem}
      </Notice>
    );
  }
  if (value === undefined) {
    return (
      <Card title="Result" busy>
        <p className="min-h-96 text-sm text-muted">Putting the result together…</p>
      </Card>
    );
  }
  return (
    <RunProvider result={value} artifacts={artifacts} served={served}>
      <Summary result={value} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 lg:grid-cols-[minmax(0,1fr)_22rem] print:grid-cols-2">
        <DistributionPanel />
        <TargetPanel />
      </div>
      <RoutersTable />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 lg:grid-cols-2 print:grid-cols-2">
        <DriftPanel />
        <div className="grid content-start grid-cols-[minmax(0,1fr)] gap-3">
          <QualityPanel />
          <HandOverPanel />
        </div>
      </div>
    </RunProvider>
  );
}

function Summary({ result }: { readonly result: RunResult }) {
  const { name, rows, heldOut, meanTokens } = result;
  return (
    <p className="text-sm text-muted">
      <strong className="font-semibold text-text [overflow-wrap:anywhere]">{name}</strong>:{" "}
      {formatCounted(rows, "prompt")} of {formatCounted(meanTokens, "token")} on average;{" "}
      {heldOut === 0
        ? "too few to hold some out for a check."
        : `calibrated on ${formatCount(rows - heldOut)}, checked on the other ${formatCount(heldOut)}.`}
    </p>
  );
}
