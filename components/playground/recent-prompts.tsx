"use client";

import { RouterMarker } from "@/components/charts/router-marker";
import { type GivenAlphas, type Samples, useThresholds } from "@/components/controls/use-thresholds";
import { classNames } from "@/components/ui/class-names";
import { decide } from "@/lib/domain/decide";
import { ROUTER_INFO } from "@/lib/domain/router-id";
import { toWinRate } from "@/lib/domain/win-rate";
import { formatWinRate } from "@/lib/view/shared/format";
import { excerpt, type RecentPrompt } from "@/lib/view/shared/prompt-history";

const EXCERPT_CHARACTERS = 90;

export type TriedPromptsProps = {
  readonly history: readonly RecentPrompt[];
  readonly text: string;
  readonly samples: Samples;
  readonly given: GivenAlphas;
  readonly onRestore: (prompt: string) => void;
};

/** Each prompt with each learned router's win rate; decisions follow the target share. */
export default function TriedPrompts({ history, text, samples, given, onRestore }: TriedPromptsProps) {
  const thresholds = useThresholds({ samples, given });
  return (
    <ol aria-label="Tried prompts" className="grid gap-x-6 sm:grid-cols-2 xl:grid-cols-3">
      {history.map(({ prompt, scores }) => (
        <li key={prompt} className="min-w-0 border-b border-line">
          <button
            type="button"
            onClick={() => onRestore(prompt)}
            aria-current={prompt === text ? "true" : undefined}
            className="block w-full px-1 py-1.5 text-left text-sm hover:bg-surface-2 aria-[current]:bg-surface-2"
          >
            <span dir="auto" className="block truncate">
              {excerpt(prompt, EXCERPT_CHARACTERS)}
            </span>
            <span className="flex flex-wrap gap-x-3 text-xs text-muted">
              {scores.routers
                .filter(({ routerId }) => !ROUTER_INFO[routerId].baseline)
                .map(({ routerId, winRate }) => {
                  const threshold = thresholds[routerId];
                  const choice = threshold === undefined ? undefined : decide(toWinRate(winRate), threshold);
                  return (
                    <span key={routerId} className="inline-flex items-center gap-1">
                      <RouterMarker id={routerId} />
                      <span className="sr-only">{ROUTER_INFO[routerId].label}</span>
                      {formatWinRate(winRate)}
                      <span className={classNames(choice === "strong" ? "font-semibold text-strong" : "text-weak")}>
                        {choice}
                      </span>
                    </span>
                  );
                })}
              <span>{scores.takenFor}</span>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
