import type { UIMessage } from "ai";
import type { AnswerNotes } from "@/lib/schemas/web/answer-notes";
import type { StoredMessage } from "@/lib/schemas/web/stored-conversation";

/** What comes with an answer, as far as it has arrived. */
type MessageNotes = Partial<AnswerNotes> & { readonly stopped?: boolean };

export type ChatMessage = UIMessage<MessageNotes>;

export const textOf = ({ parts }: ChatMessage): string =>
  parts.map((part) => (part.type === "text" ? part.text : "")).join("");

/** As it is kept: the text and what is known of it, nothing of how it arrived. */
export function toKept(message: ChatMessage): StoredMessage {
  const { facts, bill, stopped } = message.metadata ?? {};
  const role = message.role === "user" ? "user" : "assistant";
  return { id: message.id, role, text: textOf(message), facts, bill, stopped };
}

export function fromKept({ id, role, text, facts, bill, stopped }: StoredMessage): ChatMessage {
  const metadata: MessageNotes = {
    ...(facts && { facts }),
    ...(bill && { bill }),
    ...(stopped !== undefined && { stopped }),
  };
  return { id, role, parts: [{ type: "text", text }], ...(role === "assistant" && { metadata }) };
}
