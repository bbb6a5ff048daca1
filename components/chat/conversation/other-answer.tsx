"use client";

import { useChat } from "@ai-sdk/react";
import type { Samples } from "@/components/controls/use-thresholds";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { AnswerCard } from "./answer-card";
import { STREAM_THROTTLE_MS } from "./answer-pace";
import { toKept } from "./chat-message";
import { failureInWords } from "./chat-transport";
import type { AnswerChat } from "./conversation";

type OtherAnswerProps = {
  readonly chat: AnswerChat;
  readonly samples: Samples;
  readonly onRetry: () => void;
};

/** The other model's answer to the same question, while it comes and after. */
export default function OtherAnswer({ chat, samples, onRetry }: OtherAnswerProps) {
  const { messages, status, error } = useChat({ chat, experimental_throttle: STREAM_THROTTLE_MS });
  const busy = status === "submitted" || status === "streaming";
  const last = messages.at(-1);
  const answer = last?.role === "assistant" ? toKept(last) : undefined;
  if (error !== undefined) {
    return (
      <Notice kind="error" action={<Button onClick={onRetry}>Try again</Button>}>
        {failureInWords(error)}
      </Notice>
    );
  }
  if (answer === undefined && !busy) return null;
  return (
    <AnswerCard
      answer={answer ?? { id: `${chat.id}-awaited`, role: "assistant", text: "" }}
      streaming={busy}
      samples={samples}
      actions={
        busy ? (
          <Button look="quiet" onClick={() => void chat.stop()}>
            Stop this one
          </Button>
        ) : undefined
      }
    />
  );
}
