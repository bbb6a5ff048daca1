"use client";

import { useChat } from "@ai-sdk/react";
import { useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { MAXIMUM_CHAT_CHARACTERS, MAXIMUM_CHAT_TURNS } from "@/lib/domain/chat-limits";
import type { KeptMessage } from "@/lib/schemas/kept-conversation";
import { AnswerAnnouncement } from "./answer-announcement";
import { STREAM_THROTTLE_MS } from "./answer-pace";
import type { ChatData } from "./chat-data";
import { toKept } from "./chat-message";
import { type AnswerSettings, failureInWords } from "./chat-transport";
import { Composer } from "./composer";
import { type AnswerChat, openConversation, openOther } from "./conversation";
import { useConversationStore } from "./conversation-store";
import { ConversationView } from "./conversation-view";
import { EmptyState } from "./empty-state";
import { HistoryCard } from "./history-card";
import { ModelsCard } from "./models-card";
import { RoutingCard } from "./routing-card";
import { TotalCard } from "./total-card";
import { useRouting } from "./use-routing";

const NO_OTHERS: Readonly<Record<string, KeptMessage>> = {};

/** A conversation, each question of which is routed. */
export function ChatPanel({ data }: { readonly data: ChatData }) {
  const { samples, models, examples } = data;
  const { router, threshold, isFixed } = useRouting(data);
  const openId = useConversationStore((state) => state.openId);
  const keepsModel = useConversationStore((state) => state.keepsModel);
  const kept = useConversationStore(({ conversations }) => conversations.find(({ id }) => id === openId));
  const chat = useMemo(() => openConversation(openId), [openId]);
  // A conversation that is left stops, with what it has.
  useEffect(() => () => void chat.stop(), [chat]);
  const { messages, status, error } = useChat({ chat, experimental_throttle: STREAM_THROTTLE_MS });
  const [text, setText] = useState("");
  const [asked, setAsked] = useState(false);
  const [liveOthers, setLiveOthers] = useState<Readonly<Record<string, AnswerChat>>>({});
  const box = useRef<HTMLTextAreaElement>(null);

  const busy = status === "submitted" || status === "streaming";
  const shown = useMemo(() => messages.map(toKept), [messages]);
  const settings: AnswerSettings | undefined =
    threshold === undefined ? undefined : { router, threshold, scope: keepsModel ? "conversation" : "turn" };

  const ask = (question: string, messageId?: string) => {
    if (settings === undefined) return;
    setAsked(true);
    const edited = messageId === undefined ? {} : { messageId };
    void chat.sendMessage({ text: question, ...edited }, { body: settings });
  };
  const retry = () => {
    setAsked(true);
    if (settings !== undefined) void chat.regenerate({ body: settings });
  };
  const askOther = ({ id, facts }: KeptMessage) => {
    if (facts === undefined) return;
    const other = openOther({ chat, answerId: id });
    setLiveOthers((others) => ({ ...others, [id]: other }));
    const answerer = facts.answeredBy === "strong" ? "weak" : "strong";
    void other.regenerate({ body: { router: facts.router, threshold: facts.threshold, answerer } });
  };

  // It failed, or was stopped before the first word.
  const unanswered = !busy && shown.at(-1)?.role === "user";
  const answers = shown.filter(({ role }) => role === "assistant");
  const keptOthers = kept?.others ?? NO_OTHERS;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-3 lg:grid-cols-[minmax(0,1fr)_21rem]">
      <section aria-label="Conversation" className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
        <h2 className="sr-only">Conversation</h2>
        {shown.length === 0 ? (
          <EmptyState
            title="Ask something easy, then something hard"
            examples={examples}
            simulated={models.strong.simulated}
            disabled={settings === undefined}
            onPick={ask}
          >
            The router reads your question, estimates how likely the strong model is to give the better answer, and
            picks the model. Every answer says which one it was, why, and what that saved.
          </EmptyState>
        ) : (
          <ConversationView
            messages={shown}
            busy={busy}
            keptOthers={keptOthers}
            liveOthers={liveOthers}
            samples={samples}
            onEdit={(id, edited) => ask(edited, id)}
            onRetry={retry}
            onAskOther={askOther}
          />
        )}
        {unanswered ? (
          <Notice kind={error === undefined ? "empty" : "error"} action={<Button onClick={retry}>Try again</Button>}>
            {error === undefined ? "Stopped before the first word." : failureInWords(error)}
          </Notice>
        ) : null}
        <AnswerAnnouncement
          answer={shown.at(-1)?.role === "assistant" ? shown.at(-1) : undefined}
          busy={busy}
          asked={asked}
        />
        <div className="sticky bottom-0 z-1 pb-1 max-lg:shadow-[0_-0.5rem_0.75rem_var(--bg)]">
          <Composer
            label="Your question"
            placeholder={shown.length === 0 ? "Ask anything…" : "Ask on…"}
            text={text}
            busy={busy}
            obstacle={obstacleTo(shown, settings !== undefined, unanswered)}
            onText={setText}
            onSend={() => {
              ask(text);
              setText("");
            }}
            onStop={() => void chat.stop()}
            boxRef={box}
          />
        </div>
      </section>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <RoutingCard threshold={threshold} isFixed={isFixed} hasConversation />
        <TotalCard answers={answers} others={Object.values(keptOthers)} simulated={models.strong.simulated} />
        <ModelsCard models={models} />
        <HistoryCard />
      </div>
    </div>
  );
}

/** Why the next question cannot be asked. */
function obstacleTo(messages: readonly KeptMessage[], canRoute: boolean, unanswered: boolean): string | undefined {
  if (!canRoute) return "The chosen router has no α here: choose another one to ask.";
  if (unanswered) return "The last question has no answer yet: try it again, or edit it.";
  const characters = messages.reduce((sum, { text }) => sum + text.length, 0);
  const isFull = messages.length >= 2 * MAXIMUM_CHAT_TURNS - 1 || characters >= MAXIMUM_CHAT_CHARACTERS;
  return isFull ? "This conversation is as long as one may be: start a new one to ask on." : undefined;
}
