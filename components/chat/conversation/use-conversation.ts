"use client";

import { useEffect, useState } from "react";
import type { StoredMessage } from "@/lib/schemas/web/stored-conversation";
import type { AnswerSettings } from "./chat-transport";
import type { AnswerChat } from "./conversation";
import { useConversationStore } from "./conversation-store";

/** How a conversation stands. */
export type ChatSnapshot = {
  /** Of the conversation. */
  readonly id: string;
  readonly messages: readonly StoredMessage[];
  readonly busy: boolean;
  /** Why the last question has no answer. */
  readonly failure: string | undefined;
};

const UNREACHABLE = "The server cannot be reached. Check the connection and try again.";
const NOTHING: readonly StoredMessage[] = [];
const NO_OTHERS: Readonly<Record<string, StoredMessage>> = {};

/** What conversations are held with; fetched when somebody is about to ask, or has asked before. */
export const loadConversations = () => import("./conversation");

/** The open conversation: what stands in it, and what can be done with it. */
export function useConversation() {
  const openId = useConversationStore((state) => state.openId);
  const kept = useConversationStore(({ conversations }) => conversations.find(({ id }) => id === openId));
  const [opened, setOpened] = useState<AnswerChat>();
  const [snapshot, setSnapshot] = useState<ChatSnapshot>();
  const [liveOthers, setLiveOthers] = useState<Readonly<Record<string, AnswerChat>>>({});
  const chat = opened?.id === openId ? opened : undefined;

  // A conversation that is left stops, with what it has.
  useEffect(() => () => void chat?.stop(), [chat]);

  const current = snapshot?.id === openId ? snapshot : undefined;
  const messages = current?.messages ?? kept?.messages ?? NOTHING;

  const withChat = async (act: (chat: AnswerChat, library: Awaited<ReturnType<typeof loadConversations>>) => void) => {
    const library = await loadConversations().catch(() => undefined);
    if (library === undefined) {
      setSnapshot({ id: openId, messages, busy: false, failure: UNREACHABLE });
      return;
    }
    const open = chat ?? library.openConversation(openId);
    setOpened(open);
    act(open, library);
  };

  return {
    ...{ chat, messages, liveOthers, onSnapshot: setSnapshot },
    busy: current?.busy ?? false,
    failure: current?.failure,
    keptMessages: kept?.messages ?? NOTHING,
    keptOthers: kept?.others ?? NO_OTHERS,
    /** @param messageId of a question that these words replace, with all that follows it. */
    ask(text: string, settings: AnswerSettings, messageId?: string) {
      if (chat === undefined && messageId === undefined) {
        const question: StoredMessage = { id: "asked", role: "user", text };
        setSnapshot({ id: openId, messages: [...messages, question], busy: true, failure: undefined });
      }
      const replaced = messageId === undefined ? {} : { messageId };
      void withChat((open) => void open.sendMessage({ text, ...replaced }, { body: settings }));
    },
    retry: (settings: AnswerSettings) => void withChat((open) => void open.regenerate({ body: settings })),
    askOther({ id, facts }: StoredMessage) {
      if (facts === undefined) return;
      const { router, threshold, answeredBy } = facts;
      const body: AnswerSettings = { router, threshold, answerer: answeredBy === "strong" ? "weak" : "strong" };
      void withChat((open, { openOther }) => {
        const other = openOther({ chat: open, answerId: id });
        setLiveOthers((others) => ({ ...others, [id]: other }));
        void other.regenerate({ body });
      });
    },
    stop: () => void chat?.stop(),
  };
}
