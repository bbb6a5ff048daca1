"use client";

import type { ReactNode } from "react";
import type { Samples } from "@/components/controls/use-thresholds";
import type { StoredMessage } from "@/lib/schemas/web/stored-conversation";
import { AnswerFacts } from "./answer-facts";
import { AnswerText } from "./answer-text";
import { Answerer } from "./answerer";

type AnswerCardProps = {
  readonly answer: StoredMessage;
  /** More of it is on its way. */
  readonly streaming: boolean;
  readonly samples: Samples;
  /** Copy, retry, ask the other one. */
  readonly actions?: ReactNode;
};

/** One answer: who gave it, what it says, why that model, and what it took. */
export function AnswerCard({ answer, streaming, samples, actions }: AnswerCardProps) {
  const { id, text, facts, bill, stopped = false } = answer;
  return (
    <article
      aria-label={facts === undefined ? "Answer" : `Answer of the ${facts.answeredBy} model`}
      aria-busy={streaming}
      className="@container grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-2.5 border border-line bg-surface p-3"
    >
      <div className="flex min-h-6 flex-wrap items-center justify-between gap-x-3 gap-y-1 text-[0.8125rem] text-muted">
        {facts === undefined ? <span>Being routed…</span> : <Answerer facts={facts} />}
        {streaming ? <span>writing…</span> : stopped ? <span>stopped</span> : null}
      </div>
      {text === "" ? null : <AnswerText id={id} text={text} />}
      {facts === undefined ? null : (
        <AnswerFacts
          facts={facts}
          bill={bill}
          state={streaming ? "streaming" : stopped ? "stopped" : "whole"}
          samples={samples}
        />
      )}
      {actions === undefined ? null : (
        <div className="-mx-2.5 -mb-1 flex flex-wrap items-center gap-x-1 [&_button]:text-[0.8125rem]">{actions}</div>
      )}
    </article>
  );
}
