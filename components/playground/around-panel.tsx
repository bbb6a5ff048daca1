"use client";

import { lazy } from "react";
import { OnDemand } from "@/components/playground/why/on-demand";
import { Card } from "@/components/ui/card";

const EditTrailPanel = lazy(() => import("./edit-trail-panel"));
const SimilarPromptsPanel = lazy(() => import("./similar-prompts-panel"));

type AroundPanelProps = {
  /** The last text that was scored; undefined before there is one. */
  readonly prompt: string | undefined;
  readonly onRestore: (prompt: string) => void;
};

/** What lies around the prompt: its own versions, and prompts like it. */
export function AroundPanel({ prompt, onRestore }: AroundPanelProps) {
  return (
    <Card title="Around this prompt">
      <OnDemand summary="How your edits moved the win rates">
        <EditTrailPanel onRestore={onRestore} />
      </OnDemand>
      {prompt === undefined ? null : (
        <OnDemand summary="Real chat prompts like this one">
          <SimilarPromptsPanel prompt={prompt} />
        </OnDemand>
      )}
    </Card>
  );
}
