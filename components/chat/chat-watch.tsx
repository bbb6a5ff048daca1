"use client";

import { useChat } from "@ai-sdk/react";
import { useEffect } from "react";
import { STREAM_THROTTLE_MS } from "@/components/chat/conversation/answer-pace";
import { toKept } from "@/components/chat/conversation/chat-message";
import { failureInWords } from "@/components/chat/conversation/chat-transport";
import type { AnswerChat } from "@/components/chat/conversation/conversation";
import type { ChatSnapshot } from "@/components/chat/conversation/use-conversation";

type ChatWatchProps = { readonly chat: AnswerChat; readonly onChange: (snapshot: ChatSnapshot) => void };

/** Tells the page how a conversation stands, whenever that changes. Apart, so that its library comes when it is needed. */
export default function ChatWatch({ chat, onChange }: ChatWatchProps) {
  const { messages, status, error } = useChat({ chat, experimental_throttle: STREAM_THROTTLE_MS });
  useEffect(() => {
    onChange({
      id: chat.id,
      messages: messages.map(toKept),
      busy: status === "submitted" || status === "streaming",
      failure: error === undefined ? undefined : failureInWords(error),
    });
  }, [chat, messages, status, error, onChange]);
  return null;
}
