import { Chat } from "@ai-sdk/react";
import type { StoredConversation } from "@/lib/schemas/web/stored-conversation";
import { type ChatMessage, fromKept, textOf, toKept } from "./chat-message";
import { answerTransport } from "./chat-transport";
import { useConversationStore } from "./conversation-store";
import { newId } from "./randomness";

export type AnswerChat = Chat<ChatMessage>;

export const findKept = (id: string): StoredConversation | undefined =>
  useConversationStore.getState().conversations.find((conversation) => conversation.id === id);

/** Calls `onDone` with an answer that ended or was stopped after its first word. Of a failed one, nothing stays. */
export function openChat(options: {
  readonly id: string;
  readonly messages: readonly ChatMessage[];
  readonly onDone: (answer: ChatMessage) => void;
}): AnswerChat {
  const { id, messages, onDone } = options;
  const chat: AnswerChat = new Chat<ChatMessage>({
    ...{ id, messages: [...messages], transport: answerTransport, generateId: newId },
    onFinish({ message, isAbort, isError }) {
      const others = chat.messages.filter((other) => other.id !== message.id);
      if (others.length === chat.messages.length) return;
      if (isError || textOf(message).trim() === "") {
        chat.messages = others;
        return;
      }
      const answer = isAbort ? { ...message, metadata: { ...message.metadata, stopped: true } } : message;
      chat.messages = chat.messages.map((other) => (other.id === answer.id ? answer : other));
      onDone(answer);
    },
  });
  return chat;
}

/** A conversation of this browser, or a new one of this id, which is kept from its first answer on. */
export function openConversation(id: string): AnswerChat {
  const chat = openChat({
    id,
    messages: (findKept(id)?.messages ?? []).map(fromKept),
    onDone() {
      const messages = chat.messages.map(toKept);
      // It was deleted while this answer was on its way.
      if (messages.length > 2 && findKept(id) === undefined) return;
      const ids = new Set(messages.map((message) => message.id));
      const others = Object.entries(findKept(id)?.others ?? {}).filter(([answerId]) => ids.has(answerId));
      useConversationStore.getState().keep({ id, changedAt: Date.now(), messages, others: Object.fromEntries(others) });
    },
  });
  return chat;
}

/** What the other model says to the question before an answer; kept beside that answer once it has ended. */
export function openOther({ chat, answerId }: { readonly chat: AnswerChat; readonly answerId: string }): AnswerChat {
  const place = chat.messages.findIndex(({ id }) => id === answerId);
  return openChat({
    id: `${answerId}-other`,
    messages: chat.messages.slice(0, place),
    onDone(other) {
      const kept = findKept(chat.id);
      if (kept === undefined) return;
      useConversationStore.getState().keep({ ...kept, others: { ...kept.others, [answerId]: toKept(other) } });
    },
  });
}
