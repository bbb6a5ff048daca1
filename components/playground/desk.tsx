"use client";

import { useQueryState } from "nuqs";
import { useMemo, useState } from "react";
import { ShareSlider } from "@/components/controls/share-slider";
import { useShare } from "@/components/controls/use-share";
import { Term } from "@/components/ui/term";
import { calibrateThreshold } from "@/lib/calibration/calibrate-threshold";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import { countCharacters } from "@/lib/domain/prompt";
import type { RouterId } from "@/lib/domain/router-id";
import type { Threshold } from "@/lib/domain/threshold";
import type { PromptScores, ScoreAnswer } from "@/lib/explorer/prompt-scores";
import { shareablePrompt } from "@/lib/explorer/shareable-prompt";
import { judge, type SortedWinRates } from "@/lib/explorer/verdict";
import { verdictsInWords } from "@/lib/explorer/verdicts-in-words";
import { CostPanel } from "./cost-panel";
import { ExamplePicker } from "./example-picker";
import { HistoryPanel } from "./history-panel";
import { PromptBox } from "./prompt-box";
import { promptParser } from "./prompt-parser";
import { RoutersPanel } from "./routers-panel";
import { SettledAnnouncement } from "./settled-announcement";
import { TERMS } from "./terms";
import { useRecording } from "./use-recording";
import { useScoring } from "./use-scoring";

export type DeskProps = {
  readonly initialPrompt: string;
  readonly initialScores: PromptScores | null;
  readonly samples: Readonly<Record<RouterId, SortedWinRates>>;
  readonly score: (request: { readonly prompt: string }) => Promise<ScoreAnswer>;
};

/** The working part of the playground: everything that answers to the prompt and to the target share. */
export function Desk({ initialPrompt, initialScores, samples, score }: DeskProps) {
  const [share] = useShare();
  const [linkedPrompt, setLinkedPrompt] = useQueryState("prompt", promptParser);
  const recording = useRecording();
  const [start] = useState(() => ({
    initialText: linkedPrompt ?? initialPrompt,
    initialAnswer: initialScores === null ? null : { prompt: initialPrompt, scores: initialScores },
  }));
  const scoring = useScoring({ ...start, score, onScored: recording.note });
  const { text, phase, answered } = scoring;

  const edit = (edited: string) => {
    recording.forget();
    scoring.edit(edited);
    void setLinkedPrompt(shareablePrompt(edited));
  };
  const pick = (picked: string) => {
    recording.flush();
    scoring.pick(picked);
    void setLinkedPrompt(shareablePrompt(picked));
  };

  const scores = answered?.scores.routers ?? [];
  const thresholds = useMemo(() => thresholdsAt(samples, share), [samples, share]);
  const verdicts = useMemo(
    () =>
      (answered?.scores.routers ?? []).map(({ routerId, winRate }) =>
        judge({ routerId, winRate, sample: samples[routerId], strongShare: share }),
      ),
    [answered, samples, share],
  );
  const sentence =
    verdicts.length > 0
      ? verdictsInWords({ verdicts, strongShare: share })
      : phase === "pending"
        ? "Scoring…"
        : "No win rates: there is no prompt that could be scored.";
  const outdated = phase === "pending";

  return (
    <div className="grid items-start gap-3 lg:grid-cols-[minmax(0,5fr)_minmax(0,8fr)] lg:grid-rows-[auto_1fr] lg:gap-4">
      <PromptBox
        text={text}
        phase={phase}
        takenFor={phase === "settled" ? answered?.scores.takenFor : undefined}
        failure={phase === "failed" ? scoring.failure?.message : undefined}
        onEdit={edit}
        onRetry={scoring.retry}
      />
      <div className="grid gap-3 lg:row-span-2 lg:gap-4">
        <div className="border-t-2 border-accent bg-surface p-3 sm:p-4">
          <ShareSlider
            note={
              <span className="text-[0.8125rem] text-muted">
                about {Math.round(share * 100)} of 100 <Term explanation={TERMS.share}>chat prompts</Term> go to the
                strong model
              </span>
            }
          />
        </div>
        <RoutersPanel
          sentence={sentence}
          verdicts={verdicts}
          scores={scores}
          thresholds={thresholds}
          samples={samples}
          outdated={outdated}
        />
        <CostPanel characters={countCharacters(text)} verdicts={verdicts} outdated={outdated} />
      </div>
      <ExamplePicker text={text} onPick={pick} />
      <div className="lg:col-span-2">
        <HistoryPanel text={text} thresholds={thresholds} onRestore={pick} />
      </div>
      <SettledAnnouncement text={outdated ? "" : sentence} />
    </div>
  );
}

function thresholdsAt(
  samples: Readonly<Record<RouterId, SortedWinRates>>,
  strongShare: number,
): Readonly<Record<RouterId, Threshold>> {
  return forEveryRouter((id) => calibrateThreshold({ winRates: samples[id], strongShare }));
}
