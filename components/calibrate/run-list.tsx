"use client";

import Link from "next/link";
import { useState } from "react";
import { z } from "zod";
import { sentenceOf, tell } from "@/components/controls/ask-server";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { type ScoringRun, scoringRunSchema } from "@/lib/schemas/files/scoring-run";
import { formatCount, formatPercent } from "@/lib/view/shared/format";
import { usePoll } from "./use-poll";

const runsSchema = z.array(scoringRunSchema);
const anyGoesOn = (runs: readonly ScoringRun[]): boolean =>
  runs.some(({ state }) => state === "waiting" || state === "scoring");

const STATES: Readonly<Record<ScoringRun["state"], (run: ScoringRun) => string>> = {
  waiting: () => "waiting",
  scoring: ({ scored, rows }) => `scoring, ${formatPercent(rows === 0 ? 0 : scored / rows)}`,
  done: () => "done",
  cancelled: () => "cancelled",
  failed: () => "failed",
};

/** The latest runs of this server. */
export function RunList() {
  const { value: runs, problem, refresh } = usePoll("/calibrate/runs", { schema: runsSchema, goesOn: anyGoesOn });
  const [refusal, setRefusal] = useState<string>();
  const forget = async (id: string) => {
    setRefusal(undefined);
    try {
      await tell(`/calibrate/runs/${id}/state`, { method: "DELETE" });
    } catch (error) {
      setRefusal(sentenceOf(error));
    }
    refresh();
  };
  return (
    <Card title="Runs" busy={runs === undefined && problem === undefined}>
      {problem === undefined && refusal === undefined ? null : (
        <Notice kind="error" action={<Button onClick={refresh}>Try again</Button>}>
          {refusal ?? problem}
        </Notice>
      )}
      {runs === undefined ? null : runs.length === 0 ? (
        <Notice kind="empty">No run yet. Bring prompts above; each run then has its own address, listed here.</Notice>
      ) : (
        <Table
          caption="The latest runs, newest first"
          captionHidden
          head={
            <tr>
              <ColumnHead>Prompts from</ColumnHead>
              <ColumnHead numeric>Rows</ColumnHead>
              <ColumnHead>State</ColumnHead>
              <ColumnHead>
                <span className="sr-only">Actions</span>
              </ColumnHead>
            </tr>
          }
        >
          {runs.map((run) => (
            <tr key={run.id}>
              <RowHead>
                <Link
                  href={`/calibrate/runs/${run.id}`}
                  prefetch={false}
                  className="underline underline-offset-2 [overflow-wrap:anywhere]"
                >
                  {run.name}
                </Link>
                <span className="block text-xs font-normal text-muted">
                  started {run.startedAt.slice(0, 16).replace("T", " ")} UTC
                </span>
              </RowHead>
              <Cell numeric>{formatCount(run.rows)}</Cell>
              <Cell>{STATES[run.state](run)}</Cell>
              <Cell className="text-right">
                <Button look="quiet" aria-label={`Forget the run of ${run.name}`} onClick={() => void forget(run.id)}>
                  Forget
                </Button>
              </Cell>
            </tr>
          ))}
        </Table>
      )}
    </Card>
  );
}
