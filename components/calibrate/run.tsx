"use client";

import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { sentenceOf, tell } from "@/components/controls/ask-server";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { ArtifactVersions } from "@/lib/calibration/hand-over";
import { ROUTER_INFO } from "@/lib/domain/router-id";
import { type ScoringRun, scoringRunSchema } from "@/lib/schemas/files/scoring-run";
import { formatCount, formatCounted } from "@/lib/view/shared/format";
import type { ServedModels } from "./run-context";
import { usePoll } from "./use-poll";

/** Fetched only once there is a result to show. */
const RunResultView = dynamic(() => import("./run-result").then(({ RunResultView: View }) => View));

const goesOn = ({ state }: ScoringRun): boolean => state === "waiting" || state === "scoring";

type RunProps = {
  readonly id: string;
  readonly artifacts: ArtifactVersions;
  /** The two models that this server routes between, with their prices. */
  readonly served: ServedModels;
};

/** One run under its own address: how far it is, then what came of it. */
export function Run({ id, artifacts, served }: RunProps) {
  const { value: run, problem, refresh } = usePoll(`/calibrate/runs/${id}/state`, { schema: scoringRunSchema, goesOn });
  if (run === undefined) {
    return problem === undefined ? (
      <Card title="Scoring run" busy>
        <p className="text-sm text-muted">Asking the server…</p>
      </Card>
    ) : (
      <Notice kind="error" action={<Button onClick={refresh}>Try again</Button>}>
        {problem}
      </Notice>
    );
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {problem === undefined ? null : (
        <Notice kind="error" action={<Button onClick={refresh}>Try again</Button>}>
          {problem}
        </Notice>
      )}
      {run.state === "done" ? (
        <RunResultView id={id} artifacts={artifacts} served={served} />
      ) : (
        <RunState run={run} onCancelled={refresh} />
      )}
    </div>
  );
}

function RunState({ run, onCancelled }: { readonly run: ScoringRun; readonly onCancelled: () => void }) {
  const [problem, setProblem] = useState<string>();
  const cancel = async () => {
    try {
      await tell(`/calibrate/runs/${run.id}/cancel`, { method: "POST" });
    } catch (error) {
      setProblem(sentenceOf(error));
    }
    onCancelled();
  };
  const names = run.routers.map((router) => ROUTER_INFO[router].label).join(", ");
  return (
    <Card title={run.name} aside={names}>
      {goesOn(run) ? (
        <>
          <ProgressBar
            label={run.state === "waiting" ? "Waiting for its turn" : "Scoring"}
            share={run.rows === 0 ? undefined : run.scored / run.rows}
            note={`${formatCount(run.scored)} of ${formatCounted(run.rows, "prompt")}`}
          />
          <div className="mt-2 flex flex-wrap items-center justify-between gap-3 text-sm">
            <p className="text-muted">
              {run.promptsPerSecond > 0 ? `${formatCount(run.promptsPerSecond)} prompts/s` : "Starting"}
              {run.secondsLeft === null ? null : `, ${timeLeft(run.secondsLeft)}`}
            </p>
            <Button onClick={() => void cancel()}>Cancel</Button>
          </div>
          <p className="mt-2 text-[0.8125rem] text-muted">
            You may close this page: the run goes on, and this address shows it again.
          </p>
        </>
      ) : (
        <Notice kind={run.state === "failed" ? "error" : "empty"}>
          {run.state === "failed"
            ? (run.failure ?? "The run ended for a reason that the server did not give.")
            : `Cancelled after ${formatCount(run.scored)} of ${formatCounted(run.rows, "prompt")}; nothing of it is kept.`}
        </Notice>
      )}
      {problem === undefined ? null : (
        <div className="mt-2">
          <Notice kind="error">{problem}</Notice>
        </div>
      )}
      {goesOn(run) ? null : (
        <p className="mt-3 text-sm">
          <Link href="/calibrate" prefetch={false} className="underline underline-offset-2">
            Bring other prompts
          </Link>
        </p>
      )}
    </Card>
  );
}

function timeLeft(seconds: number): string {
  if (seconds < 60) return `about ${Math.max(1, Math.ceil(seconds))} s left`;
  return `about ${Math.ceil(seconds / 60)} min left`;
}
