"use client";

import { useState } from "react";
import { z } from "zod";
import { ask, sentenceOf } from "@/components/controls/ask-server";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { SelectField } from "@/components/ui/select-field";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { compareSamples, type DriftLevel, type SampleComparison } from "@/lib/calibration/drift";
import { thresholdOfTable } from "@/lib/calibration/threshold-table";
import { isBenchmarkId } from "@/lib/domain/benchmark";
import { scoringRunSchema } from "@/lib/schemas/files/scoring-run";
import { type RunResult, runResultSchema } from "@/lib/schemas/web/run-calibration";
import { DRIFT_LABEL, driftFinding, driftSinceFinding } from "@/lib/view/calibrate/drift-finding";
import { comparedName } from "@/lib/view/calibrate/run-result";
import { formatPercent } from "@/lib/view/shared/format";
import { sampleOfThresholds } from "@/lib/view/shared/own-sample";
import { useRun } from "./run-context";
import { usePoll } from "./use-poll";

const TONES = { same: "good", moderate: "neutral", different: "bad" } as const satisfies Record<DriftLevel, string>;
const NONE = "";
const runListSchema = z.array(scoringRunSchema);
const once = (): boolean => false;

/** How much the sample is like what routers were trained and measured on, and like another run of the user's. */
export function DriftPanel() {
  const { result, router } = useRun();
  const comparisons = result.routers[router]?.comparisons ?? [];
  const closest = comparisons
    .filter((comparison) => isBenchmarkId(comparison.with))
    .reduce<SampleComparison | undefined>(
      (best, next) => (best === undefined || next.stability < best.stability ? next : best),
      undefined,
    );
  return (
    <Card title="Is this traffic like what the routers know?" aside="by their win rates">
      <Table
        caption="Your prompts beside others, by this router's win rates"
        captionHidden
        head={
          <tr>
            <ColumnHead>Beside</ColumnHead>
            <ColumnHead numeric>Stability index</ColumnHead>
            <ColumnHead numeric>Strong share at its 50 % α</ColumnHead>
            <ColumnHead>Verdict</ColumnHead>
          </tr>
        }
      >
        {comparisons.map((comparison) => (
          <tr key={comparison.with}>
            <RowHead className="first-letter:uppercase">{comparedName(comparison.with)}</RowHead>
            <Cell numeric>{comparison.stability.toFixed(2)}</Cell>
            <Cell numeric>{formatPercent(comparison.share, 1)}</Cell>
            <Cell>
              <Badge tone={TONES[comparison.level]}>{DRIFT_LABEL[comparison.level]}</Badge>
            </Cell>
          </tr>
        ))}
      </Table>
      {closest === undefined ? null : (
        <p className="mt-2 text-sm">{driftFinding({ comparison: closest, other: comparedName(closest.with) })}</p>
      )}
      <OtherRun />
    </Card>
  );
}

/** This month against last month: another run's α on these prompts. */
function OtherRun() {
  const { result, router, strongShare } = useRun();
  const { value: runs } = usePoll("/calibrate/runs", { schema: runListSchema, goesOn: once });
  const [other, setOther] = useState<RunResult>();
  const [problem, setProblem] = useState<string>();
  const others = (runs ?? []).filter(({ id, state }) => state === "done" && id !== result.run);
  if (others.length === 0) return null;
  const choose = async (id: string) => {
    setProblem(undefined);
    setOther(undefined);
    if (id === NONE) return;
    try {
      setOther(await ask(`/calibrate/runs/${id}/result`, { schema: runResultSchema }));
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };
  return (
    <div className="mt-3 border-t border-line pt-3 text-sm print:hidden">
      <SelectField
        label="Beside an earlier run"
        value={other?.run ?? NONE}
        options={[
          { value: NONE, label: "choose one" },
          ...others.map(({ id, name, startedAt }) => ({ value: id, label: `${name}, ${startedAt.slice(0, 10)}` })),
        ]}
        onSelect={(id) => void choose(id)}
      />
      {problem === undefined ? null : <Notice kind="error">{problem}</Notice>}
      {other === undefined ? null : (
        <p role="status" className="mt-2">
          {sinceFinding({ result, other, router, strongShare })}
        </p>
      )}
    </div>
  );
}

function sinceFinding(options: {
  result: RunResult;
  other: RunResult;
  router: keyof RunResult["routers"];
  strongShare: number;
}): string {
  const { result, other, router, strongShare } = options;
  const [now, then] = [result.routers[router]?.table, other.routers[router]?.table];
  if (now === undefined || then === undefined) return `${other.name} was not scored by this router.`;
  const comparison = compareSamples({
    winRates: sampleOfThresholds(now.thresholds),
    other: sampleOfThresholds(then.thresholds),
    name: other.name,
    threshold: thresholdOfTable(then.thresholds, strongShare),
  });
  return driftSinceFinding(comparison, `“${other.name}”`);
}
