"use client";

import { useQueryState } from "nuqs";
import { useEffect, useRef, useState } from "react";
import { useCalibrations } from "@/components/controls/use-calibrations";
import { pageFiles, usePageFile } from "@/components/controls/use-page-file";
import { countCharacters } from "@/lib/domain/prompt";
import { parseListing } from "@/lib/view/playground/playground-listing";
import { shareablePrompt } from "@/lib/view/playground/shareable-prompt";
import type { PromptScores, RouterScore, Unavailable } from "@/lib/view/shared/prompt-scores";
import { AroundPanel } from "./around-panel";
import { CopyLink } from "./copy-link";
import { useDraftStore } from "./draft-store";
import { ExamplePicker } from "./example-picker";
import { HistoryPanel } from "./history-panel";
import { PromptBox } from "./prompt-box";
import { promptParser } from "./prompt-parser";
import { Results } from "./results";
import { useRecording } from "./use-recording";
import { useScoring } from "./use-scoring";

const LISTINGS = pageFiles(parseListing);

/** One empty list for all renders, so that nothing is computed anew because of it. */
const NO_SCORES: readonly RouterScore[] = [];
const NO_ROUTERS: PromptScores["remote"] = [];
const NOBODY: readonly Unavailable[] = [];

export type WorkspaceProps = {
  readonly initialPrompt: string;
  readonly initialScores: PromptScores | null;
  /** The id of the example that the initial prompt is. */
  readonly initialExample: string | undefined;
  /** Digest of the file of calibrations. */
  readonly calibrations: string;
  /** Digest of the file with the examples' titles and the routers' cards. */
  readonly listing: string;
};

/** The working part of the playground: everything that answers to the prompt and to the target share. */
export function Workspace({ initialPrompt, initialScores, initialExample, calibrations, listing }: WorkspaceProps) {
  const { examples, cards } = usePageFile(LISTINGS, listing);
  const { samples, given } = useCalibrations(calibrations);
  const [linkedPrompt, setLinkedPrompt] = useQueryState("prompt", promptParser);
  const recording = useRecording();
  const [start] = useState(() => ({
    initialText: linkedPrompt ?? initialPrompt,
    initialAnswer: initialScores === null ? null : { prompt: initialPrompt, scores: initialScores },
  }));
  const scoring = useScoring({ ...start, onScored: recording.note });
  const { text, phase, answered } = scoring;

  const keepDraft = useDraftStore((state) => state.keep);

  // A link's prompt goes out of the address with the first edit: what is typed is nobody's business but the box's.
  const leaveLink = () => {
    if (linkedPrompt !== null) void setLinkedPrompt(null);
  };
  const edit = (edited: string) => {
    recording.forget();
    scoring.edit(edited);
    keepDraft(edited);
    leaveLink();
  };
  const pick = (picked: string) => {
    recording.flush();
    scoring.pick(picked);
    keepDraft(picked);
    leaveLink();
  };

  // After the first render, which has to be the server's. What was typed before the page came alive is a draft by then.
  const restore = useRef(linkedPrompt === null ? pick : null);
  useEffect(() => {
    const { draft } = useDraftStore.getState();
    if (draft !== "") restore.current?.(draft);
  }, []);

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-3 lg:grid-cols-[minmax(0,5fr)_minmax(0,8fr)] lg:grid-rows-[auto_1fr] lg:gap-4">
      <PromptBox
        text={text}
        phase={phase}
        takenFor={phase === "settled" ? answered?.scores.takenFor : undefined}
        failure={phase === "failed" ? scoring.failure?.message : undefined}
        onEdit={edit}
        onRetry={scoring.retry}
        link={<CopyLink key={text} text={text} onShow={() => void setLinkedPrompt(shareablePrompt(text))} />}
      />
      <div className="grid gap-3 lg:row-span-2 lg:gap-4">
        <Results
          characters={countCharacters(text)}
          phase={phase}
          scores={answered?.scores.routers ?? NO_SCORES}
          remote={answered?.scores.remote ?? NO_ROUTERS}
          failure={scoring.failure?.message}
          unavailable={answered?.unavailable ?? NOBODY}
          samples={samples}
          given={given}
          cards={cards}
          prompt={answered?.prompt}
          onPick={pick}
        />
      </div>
      <ExamplePicker
        examples={examples}
        text={text}
        initial={initialExample === undefined ? null : { id: initialExample, prompt: initialPrompt }}
        onPick={pick}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 lg:col-span-2 lg:gap-4">
        <AroundPanel prompt={answered?.prompt} onRestore={pick} />
        <HistoryPanel text={text} samples={samples} given={given} onRestore={pick} onClear={recording.clear} />
      </div>
    </div>
  );
}
