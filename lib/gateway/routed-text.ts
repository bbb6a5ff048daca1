import type { LanguageModelV3Message, LanguageModelV3Prompt } from "@ai-sdk/provider";
import { MAX_PROMPT_CHARACTERS } from "@/lib/domain/prompt";
import { RoutingError } from "@/lib/domain/routing-error";

/** turn: the last user turn decides, as in the reference. conversation: the first one does, and its model stays. */
export type RoutingScope = "turn" | "conversation";

/**
 * What a conversation is routed by: the text of one user turn, cut to what routers take. A turn without text (a picture)
 * is passed over.
 * @throws RoutingError if no user turn holds text.
 */
export function routedText(prompt: LanguageModelV3Prompt, scope: RoutingScope): string {
  const turns = scope === "turn" ? prompt.toReversed() : prompt;
  for (const message of turns) {
    const text = textOf(message);
    if (text.trim() !== "") return cut(text);
  }
  throw new RoutingError({
    code: "invalid_argument",
    parameter: "messages",
    message: "messages must hold at least one user message with text, which the choice of a model is made by.",
  });
}

/** How many user turns hold text: more than one where a conversation goes on. */
export const countTurns = (prompt: LanguageModelV3Prompt): number =>
  prompt.filter((message) => textOf(message).trim() !== "").length;

function textOf(message: LanguageModelV3Message): string {
  if (message.role !== "user") return "";
  return message.content.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
}

/** Code units are at least as many as characters, so that short texts need no count. */
function cut(text: string): string {
  return text.length <= MAX_PROMPT_CHARACTERS ? text : Array.from(text).slice(0, MAX_PROMPT_CHARACTERS).join("");
}
