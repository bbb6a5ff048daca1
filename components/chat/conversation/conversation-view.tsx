"use client";

import { lazy, Suspense } from "react";
import type { Samples } from "@/components/controls/use-thresholds";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { CopyButton } from "@/components/ui/copy-button";
import type { StoredMessage } from "@/lib/schemas/web/stored-conversation";
import { AnswerCard } from "./answer-card";
import type { AnswerChat } from "./conversation";
import { UserTurn } from "./user-turn";

/** Comes with what conversations are held with, not with the page. */
const OtherAnswer = lazy(() => import("./other-answer"));

type ConversationViewProps = {
  readonly messages: readonly StoredMessage[];
  readonly busy: boolean;
  /** The last answer takes most of the window even before it is there. */
  readonly roomy: boolean;
  /** Answers of the other model: those that were kept, and those asked for since. */
  readonly keptOthers: Readonly<Record<string, StoredMessage>>;
  readonly liveOthers: Readonly<Record<string, AnswerChat>>;
  readonly samples: Samples;
  readonly onEdit: (id: string, text: string) => void;
  readonly onRetry: () => void;
  readonly onAskOther: (answer: StoredMessage) => void;
};

const AWAITED: StoredMessage = { id: "awaited", role: "assistant", text: "" };

/** Questions and answers, in turn. */
export function ConversationView(props: ConversationViewProps) {
  const { messages, busy, roomy, keptOthers, liveOthers, samples, onEdit, onRetry, onAskOther } = props;
  const awaited = busy && messages.at(-1)?.role === "user";
  return (
    <ol aria-label="Turns" className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {messages.map((message, place) => {
        const isLast = place === messages.length - 1;
        if (message.role === "user") {
          return (
            <li key={message.id} id={`turn-${message.id}`} className="scroll-mt-3">
              <UserTurn
                text={message.text}
                hasLater={place < messages.length - 2}
                onEdit={busy ? undefined : (text) => onEdit(message.id, text)}
              />
            </li>
          );
        }
        const live = liveOthers[message.id];
        const kept = keptOthers[message.id];
        const streaming = busy && isLast;
        const { facts } = message;
        const hasOther = live !== undefined || kept !== undefined;
        return (
          <li
            key={message.id}
            className={classNames(
              hasOther && "grid grid-cols-[minmax(0,1fr)] gap-3 md:grid-cols-2",
              isLast && roomy && "min-h-[55dvh]",
            )}
          >
            <AnswerCard
              answer={message}
              streaming={streaming}
              samples={samples}
              actions={
                streaming ? undefined : (
                  <>
                    {facts === undefined || hasOther ? null : (
                      <Button look="quiet" onClick={() => onAskOther(message)}>
                        Ask the {facts.answeredBy === "strong" ? "weak" : "strong"} one too
                      </Button>
                    )}
                    {isLast && !busy ? (
                      <Button look="quiet" onClick={onRetry}>
                        Retry
                      </Button>
                    ) : null}
                    <CopyButton text={message.text} label="Copy" />
                  </>
                )
              }
            />
            {live === undefined ? (
              kept === undefined ? null : (
                <AnswerCard
                  answer={kept}
                  streaming={false}
                  samples={samples}
                  actions={<CopyButton text={kept.text} label="Copy" />}
                />
              )
            ) : (
              <Suspense>
                <OtherAnswer chat={live} samples={samples} onRetry={() => onAskOther(message)} />
              </Suspense>
            )}
          </li>
        );
      })}
      {awaited ? (
        <li className={classNames(roomy && "min-h-[55dvh]")}>
          <AnswerCard answer={AWAITED} streaming={true} samples={samples} />
        </li>
      ) : null}
    </ol>
  );
}
