"use client";

import { useEffect, useState } from "react";
import type { ChatData } from "@/components/chat/conversation/chat-data";
import { Composer } from "@/components/chat/conversation/composer";
import { EmptyState } from "@/components/chat/conversation/empty-state";
import { focusOnMount } from "@/components/chat/conversation/focus-on-mount";
import { ModelsCard } from "@/components/chat/conversation/models-card";
import { RoutingCard } from "@/components/chat/conversation/routing-card";
import { useRouting } from "@/components/chat/conversation/use-routing";
import { useMay } from "@/components/controls/visitor";
import { Button } from "@/components/ui/button";
import type { BlindMode } from "@/lib/schemas/web/blind-vote";
import { type BlindRound, startRound } from "./blind-round";
import { RetrainingCard } from "./retraining-card";
import { RoundView } from "./round-view";
import { TallyCard } from "./tally-card";

const MODES: readonly { readonly id: BlindMode; readonly label: string; readonly explanation: string }[] = [
  {
    id: "models",
    label: "Strong against weak",
    explanation: "Both models answer the same question, in an order drawn anew each time.",
  },
  {
    id: "policies",
    label: "Router against random",
    explanation:
      "The router chooses a model for one answer, a draw that calls the strong model as often as you set for the other. Where both choose the same model, there is nothing to compare.",
  },
];

/** Two answers without names, a vote, and the votes so far. */
export default function BlindPanel({ data }: { readonly data: ChatData }) {
  const isAdmin = useMay("admin");
  const { models, examples } = data;
  const { samples, router, share, threshold, isFixed } = useRouting(data);
  const [mode, setMode] = useState<BlindMode>("models");
  const [round, setRound] = useState<BlindRound>();
  const [text, setText] = useState("");
  const [goesOn, setGoesOn] = useState(false);
  // Who leaves is not kept waiting for, nor paid for.
  useEffect(
    () => () => {
      void round?.a.chat.stop();
      void round?.b.chat.stop();
    },
    [round],
  );
  const start = (prompt: string) => {
    if (threshold !== undefined) setRound(startRound(prompt, { mode, router, threshold, share }));
  };
  const next = () => {
    setGoesOn(true);
    setRound(undefined);
    setText("");
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-3 lg:grid-cols-[minmax(0,1fr)_21rem] lg:grid-rows-[auto_1fr]">
      <section aria-label="Comparison" className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
        <h2 className="sr-only">Comparison</h2>
        <ModeChoice mode={mode} onMode={setMode} locked={round !== undefined} />
        {round === undefined ? (
          <>
            <EmptyState
              title="Which answer is better, not knowing whose it is?"
              examples={examples}
              simulated={models.strong.simulated}
              disabled={threshold === undefined}
              onPick={start}
            >
              Ask a question; two answers come, named A and B. Say which one is better, and learn whose it was.
            </EmptyState>
            <Composer
              label="Question to compare"
              placeholder="Ask a question to compare…"
              text={text}
              busy={false}
              takesFocus={goesOn}
              obstacle={threshold === undefined ? "The chosen router has no α here: choose another one." : undefined}
              onText={setText}
              onSend={() => start(text)}
              onStop={() => undefined}
            />
          </>
        ) : (
          <RoundView
            key={round.id}
            round={round}
            samples={samples}
            next={
              <p>
                <Button ref={focusOnMount} look="solid" onClick={next}>
                  Next question
                </Button>
              </p>
            }
          />
        )}
      </section>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 lg:row-span-2">
        <TallyCard mode={mode} models={[models.strong.id, models.weak.id]} simulated={models.strong.simulated} />
        <RoutingCard threshold={threshold} isFixed={isFixed} hasConversation={false} />
        <ModelsCard models={models} />
      </div>
      <div className="min-w-0 lg:col-start-1 lg:row-start-2">{isAdmin ? <RetrainingCard /> : null}</div>
    </div>
  );
}

type ModeChoiceProps = {
  readonly mode: BlindMode;
  readonly onMode: (mode: BlindMode) => void;
  /** A round is under way in the chosen mode. */
  readonly locked: boolean;
};

function ModeChoice({ mode, onMode, locked }: ModeChoiceProps) {
  return (
    <fieldset disabled={locked} className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      <legend className="sr-only">What is compared</legend>
      {MODES.map(({ id, label }) => (
        <label key={id} className="inline-flex min-h-7 items-center gap-1.5">
          <input
            type="radio"
            name="blind-mode"
            className="size-4 accent-accent"
            checked={mode === id}
            onChange={() => onMode(id)}
          />
          {label}
        </label>
      ))}
      <p className="w-full text-[0.8125rem] text-muted">{MODES.find(({ id }) => id === mode)?.explanation}</p>
    </fieldset>
  );
}
