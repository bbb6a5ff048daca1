"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { Notice } from "@/components/ui/notice";
import { Term } from "@/components/ui/term";
import { useEarlyInput } from "@/components/ui/use-early-input";
import { countCharacters, findPromptProblem, MAX_PROMPT_CHARACTERS } from "@/lib/domain/prompt";
import { formatCount } from "@/lib/view/shared/format";
import { textDirection } from "@/lib/view/shared/text-direction";
import type { ScoringPhase } from "./scoring-state";
import { TERMS } from "./terms";

const BOX_ID = "prompt";

type PromptBoxProps = {
  readonly text: string;
  readonly phase: ScoringPhase;
  /** The kind of prompt it was taken for; undefined while that is not known of this text. */
  readonly takenFor: string | undefined;
  /** Why the server has no scores for it. */
  readonly failure: string | undefined;
  readonly onEdit: (text: string) => void;
  readonly onRetry: () => void;
  /** How to share it. */
  readonly link: ReactNode;
};

/** The prompt, how long it is, and what is wrong with it if anything is; the text itself is never touched. */
export function PromptBox({ text, phase, takenFor, failure, onEdit, onRetry, link }: PromptBoxProps) {
  useEarlyInput(BOX_ID, onEdit);
  const problem = findPromptProblem(text);
  const characters = countCharacters(text);
  const tooLong = characters > MAX_PROMPT_CHARACTERS;
  return (
    <Card title={<label htmlFor={BOX_ID}>Prompt</label>} aside={phase === "pending" ? "scoring…" : null}>
      <textarea
        id={BOX_ID}
        value={text}
        onChange={(event) => onEdit(event.currentTarget.value)}
        rows={9}
        dir={textDirection(text)}
        autoComplete="off"
        placeholder="Ask anything; the routers only read the question, no model answers it."
        aria-invalid={tooLong}
        aria-describedby="prompt-facts prompt-problem"
        className={classNames(
          "block max-h-[28rem] min-h-28 w-full resize-y rounded-sm border bg-bg p-2 text-[0.9375rem] leading-6",
          tooLong ? "border-bad" : "border-line-strong",
        )}
      />
      <div
        id="prompt-facts"
        className="mt-1 flex flex-wrap justify-between gap-x-4 text-[0.8125rem] leading-6 text-muted"
      >
        <span className={tooLong ? "font-semibold text-bad" : undefined}>
          {formatCount(characters)} / {formatCount(MAX_PROMPT_CHARACTERS)} characters
        </span>
        <span>
          <Term explanation={TERMS.takenFor}>taken for</Term>: {takenFor ?? "–"}
        </span>
      </div>
      {link}
      <div id="prompt-problem" className="mt-1 empty:hidden">
        {problem === undefined ? null : <Notice kind={tooLong ? "error" : "empty"}>{problem}</Notice>}
        {failure === undefined ? null : (
          <Notice kind="error" action={<Button onClick={onRetry}>Try again</Button>}>
            {failure}
          </Notice>
        )}
      </div>
    </Card>
  );
}
