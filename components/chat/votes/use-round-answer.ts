"use client";

import { useChat } from "@ai-sdk/react";
import { STREAM_THROTTLE_MS } from "@/components/chat/conversation/answer-pace";
import { toKept } from "@/components/chat/conversation/chat-message";
import { failureInWords } from "@/components/chat/conversation/chat-transport";
import type { AnswerChat } from "@/components/chat/conversation/conversation";
import type { StoredMessage } from "@/lib/schemas/web/stored-conversation";

export type RoundAnswer = {
  readonly message: StoredMessage | undefined;
  readonly busy: boolean;
  /** It ended, or was stopped with something to read: it can be judged. */
  readonly whole: boolean;
  readonly failure: string | undefined;
};

/** One of a round's two answers, as far as it has come. */
export function useRoundAnswer(chat: AnswerChat): RoundAnswer {
  const { messages, status, error } = useChat({ chat, experimental_throttle: STREAM_THROTTLE_MS });
  const last = messages.at(-1);
  const busy = status === "submitted" || status === "streaming";
  const message = last?.role === "assistant" ? toKept(last) : undefined;
  const stoppedEmpty = !busy && message === undefined;
  return {
    ...{ message, busy, whole: !busy && message !== undefined },
    failure: error !== undefined ? failureInWords(error) : stoppedEmpty ? "Stopped before the first word." : undefined,
  };
}
