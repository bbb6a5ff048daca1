"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { AnswerAnnouncement } from "@/components/chat/conversation/answer-announcement";
import type { ChatData } from "@/components/chat/conversation/chat-data";
import type { AnswerSettings } from "@/components/chat/conversation/chat-transport";
import { Composer } from "@/components/chat/conversation/composer";
import { useConversationStore } from "@/components/chat/conversation/conversation-store";
import { ConversationView } from "@/components/chat/conversation/conversation-view";
import { EmptyState } from "@/components/chat/conversation/empty-state";
import { ModelsCard } from "@/components/chat/conversation/models-card";
import { ROUTING_CARD_ID, RoutingCard } from "@/components/chat/conversation/routing-card";
import { RoutingLine } from "@/components/chat/conversation/routing-line";
import { loadConversations, useConversation } from "@/components/chat/conversation/use-conversation";
import { useRouting } from "@/components/chat/conversation/use-routing";
import { useMay } from "@/components/controls/visitor";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { MAXIMUM_CHAT_CHARACTERS, MAXIMUM_CHAT_TURNS } from "@/lib/domain/chat-limits";
import type { StoredMessage } from "@/lib/schemas/web/stored-conversation";
import { HistoryCard } from "./history-card";
import { StoredDecisions } from "./stored-decisions";
import { TotalCard } from "./total-card";

const ChatWatch = lazy(() => import("./chat-watch"));

/** A conversation, each question of which is routed. */
export function ChatPanel({ data }: { readonly data: ChatData }) {
  const isAdmin = useMay("admin");
  const { models, examples } = data;
  const { samples, router, share, threshold, isFixed } = useRouting(data);
  const keepsModel = useConversationStore((state) => state.keepsModel);
  const conversation = useConversation();
  const { chat, messages, busy, failure, keptMessages, keptOthers } = conversation;
  const [text, setText] = useState("");
  const [asked, setAsked] = useState(false);
  const settings: AnswerSettings | undefined =
    threshold === undefined ? undefined : { router, threshold, scope: keepsModel ? "conversation" : "turn" };

  const ask = (question: string, messageId?: string) => {
    if (settings === undefined) return;
    setAsked(true);
    conversation.ask(question, settings, messageId);
  };
  const retry = () => {
    if (settings === undefined) return;
    setAsked(true);
    conversation.retry(settings);
  };
  const last = messages.at(-1);
  // What was just asked stands on top, with room for its answer; after that nothing moves by itself.
  const questionId = messages.findLast(({ role }) => role === "user")?.id;
  const follows = asked && messages.length > 2;
  useEffect(() => {
    if (follows && questionId !== undefined) document.getElementById(`turn-${questionId}`)?.scrollIntoView();
  }, [follows, questionId]);
  // It failed, or was stopped before the first word.
  const unanswered = !busy && last?.role === "user";
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-3 lg:grid-cols-[minmax(0,1fr)_21rem]">
      {chat === undefined ? null : (
        <Suspense>
          <ChatWatch chat={chat} onChange={conversation.onSnapshot} />
        </Suspense>
      )}
      <section aria-label="Conversation" className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
        <h2 className="sr-only">Conversation</h2>
        {messages.length === 0 ? (
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
            messages={messages}
            busy={busy}
            roomy={follows}
            keptOthers={keptOthers}
            liveOthers={conversation.liveOthers}
            samples={samples}
            onEdit={(id, edited) => ask(edited, id)}
            onRetry={retry}
            onAskOther={conversation.askOther}
          />
        )}
        {unanswered ? (
          <Notice kind={failure === undefined ? "empty" : "error"} action={<Button onClick={retry}>Try again</Button>}>
            {failure ?? "Stopped before the first word."}
          </Notice>
        ) : null}
        <AnswerAnnouncement answer={last?.role === "assistant" ? last : undefined} busy={busy} asked={asked} />
        <div className="sticky bottom-0 z-1 bg-bg pb-1">
          <Composer
            label="Your question"
            placeholder={messages.length === 0 ? "Ask anything…" : "Ask on…"}
            text={text}
            busy={busy}
            obstacle={obstacleTo(messages, settings !== undefined, unanswered)}
            onText={setText}
            onSend={() => {
              ask(text);
              setText("");
            }}
            onStop={conversation.stop}
            onFocus={() => void loadConversations()}
            note={<RoutingLine router={router} threshold={threshold} share={share} cardId={ROUTING_CARD_ID} />}
          />
        </div>
      </section>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <RoutingCard threshold={threshold} isFixed={isFixed} hasConversation />
        <TotalCard
          answers={keptMessages.filter(({ role }) => role === "assistant")}
          others={Object.values(keptOthers)}
          models={models}
        />
        <ModelsCard models={models} />
        <HistoryCard />
        {isAdmin ? <StoredDecisions settled={busy ? -1 : keptMessages.length} /> : null}
      </div>
    </div>
  );
}

/** Why the next question cannot be asked. */
function obstacleTo(messages: readonly StoredMessage[], canRoute: boolean, unanswered: boolean): string | undefined {
  if (!canRoute) return "The chosen router has no α here: choose another one to ask.";
  if (unanswered) return "The last question has no answer yet: try it again, or edit it.";
  const characters = messages.reduce((sum, { text }) => sum + text.length, 0);
  const isFull = messages.length >= 2 * MAXIMUM_CHAT_TURNS - 1 || characters >= MAXIMUM_CHAT_CHARACTERS;
  return isFull ? "This conversation is as long as one may be: start a new one to ask on." : undefined;
}
