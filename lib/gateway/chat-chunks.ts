import type { LanguageModelV3StreamPart } from "@ai-sdk/provider";
import { type CompletionHead, toFinishReason, toUsage } from "./chat-completion";

/** One event of a stream: a JSON document. */
type Chunk = Readonly<Record<string, unknown>>;

/**
 * Turns the parts of a model's stream into `chat.completion.chunk`s, one call after the other: text and thoughts as they
 * come, tool calls by their index, the reason of the end, and the usage where it was asked for. A part that the protocol
 * has no word for gives nothing.
 */
export function createChunker(
  head: CompletionHead,
  includeUsage: boolean,
): (part: LanguageModelV3StreamPart) => Chunk[] {
  /** Places of tool calls, and whether their arguments have been sent already. */
  const calls = new Map<string, { readonly index: number; sent: boolean; readonly isText: boolean }>();
  let begun = false;

  const chunk = (choices: readonly object[], more: object = {}): Chunk => ({
    ...{ id: head.id, object: "chat.completion.chunk", created: head.created, model: head.model },
    choices,
    // Where a usage is to come, it is announced as null until then.
    ...(includeUsage && { usage: null }),
    ...more,
  });
  function delta(content: object, finishReason: string | null = null): Chunk[] {
    const role = begun ? {} : { role: "assistant" };
    begun = true;
    return [chunk([{ index: 0, delta: { ...role, ...content }, logprobs: null, finish_reason: finishReason }])];
  }
  const callDelta = (index: number, call: object) => delta({ tool_calls: [{ index, ...call }] });
  function openCall(id: string, name: string, isText: boolean): Chunk[] {
    const index = calls.size;
    calls.set(id, { index, sent: false, isText });
    return callDelta(index, { id, type: "function", function: { name, arguments: "" } });
  }

  return (part) => {
    switch (part.type) {
      case "text-delta":
        return delta({ content: part.delta });
      case "reasoning-delta":
        return delta({ reasoning_content: part.delta });
      case "tool-input-start":
        return part.providerExecuted === true ? [] : openCall(part.id, part.toolName, part.inputEncoding === "text");
      case "tool-input-delta": {
        const call = calls.get(part.id);
        if (call === undefined || call.isText) return [];
        call.sent = true;
        return callDelta(call.index, { function: { arguments: part.delta } });
      }
      case "tool-call": {
        if (part.providerExecuted === true) return [];
        const opening = calls.has(part.toolCallId) ? [] : openCall(part.toolCallId, part.toolName, false);
        const call = calls.get(part.toolCallId);
        if (call === undefined || call.sent) return opening;
        call.sent = true;
        return [...opening, ...callDelta(call.index, { function: { arguments: part.input } })];
      }
      case "finish":
        return [
          ...delta({}, toFinishReason(part.finishReason)),
          ...(includeUsage ? [chunk([], { usage: toUsage(part.usage) })] : []),
        ];
      default:
        return [];
    }
  };
}

/** An event of a stream, as server-sent events write it. */
export const toEvent = (document: object | "[DONE]"): string =>
  `data: ${document === "[DONE]" ? document : JSON.stringify(document)}\n\n`;
