import type { LanguageModelV3StreamPart, LanguageModelV3Usage } from "@ai-sdk/provider";
import { describe, expect, it } from "vitest";
import { createChunker, toEvent } from "./chat-chunks";

const HEAD = { id: "chatcmpl-1", created: 5, model: "simulated/weak" };
const usage: LanguageModelV3Usage = {
  inputTokens: { total: 7, noCache: 4, cacheRead: 3, cacheWrite: undefined },
  outputTokens: { total: 5, text: 3, reasoning: 2 },
};
const finish: LanguageModelV3StreamPart = { type: "finish", finishReason: { unified: "stop", raw: "x" }, usage };
const chunksOf = (parts: readonly LanguageModelV3StreamPart[], includeUsage = false) => {
  const toChunks = createChunker(HEAD, includeUsage);
  return parts.flatMap((part) => toChunks(part));
};
const delta = (content: object, finishReason: string | null = null) => ({
  ...{ id: "chatcmpl-1", object: "chat.completion.chunk", created: 5, model: "simulated/weak" },
  choices: [{ index: 0, delta: content, logprobs: null, finish_reason: finishReason }],
});

describe("createChunker", () => {
  it("says whose words they are once, and what the SDK only frames them with never", () => {
    const parts: LanguageModelV3StreamPart[] = [
      { type: "stream-start", warnings: [] },
      { type: "reasoning-delta", id: "r", delta: "Hm." },
      { type: "text-start", id: "0" },
      { type: "text-delta", id: "0", delta: "Yes" },
      { type: "text-end", id: "0" },
      finish,
    ];
    expect(chunksOf(parts)).toEqual([
      delta({ role: "assistant", reasoning_content: "Hm." }),
      delta({ content: "Yes" }),
      delta({}, "stop"),
    ]);
  });

  it("announces the usage as null until it comes, where it was asked for", () => {
    expect(chunksOf([{ type: "text-delta", id: "0", delta: "Yes" }, finish], true)).toEqual([
      { ...delta({ role: "assistant", content: "Yes" }), usage: null },
      { ...delta({}, "stop"), usage: null },
      {
        ...{ ...delta({}), choices: [] },
        usage: {
          ...{ prompt_tokens: 7, completion_tokens: 5, total_tokens: 12 },
          prompt_tokens_details: { cached_tokens: 3 },
          completion_tokens_details: { reasoning_tokens: 2 },
        },
      },
    ]);
  });

  it("numbers tool calls, whose arguments come in pieces, at once, or as a text that only its end has as JSON", () => {
    const call = (toolCallId: string, input: string): LanguageModelV3StreamPart => ({
      ...{ type: "tool-call", toolCallId, toolName: "t", input },
    });
    const chunks = chunksOf([
      { type: "tool-input-start", id: "a", toolName: "t" },
      { type: "tool-input-delta", id: "a", delta: '{"x":' },
      { type: "tool-input-delta", id: "a", delta: "1}" },
      call("a", '{"x":1}'),
      call("b", "{}"),
      { type: "tool-input-start", id: "c", toolName: "t", inputEncoding: "text" },
      { type: "tool-input-delta", id: "c", delta: "raw" },
      call("c", '"raw"'),
      { type: "tool-input-start", id: "d", toolName: "search", providerExecuted: true },
      { ...finish, finishReason: { unified: "tool-calls", raw: undefined } },
    ]);
    const opening = (index: number, id: string) => ({
      tool_calls: [{ index, id, type: "function", function: { name: "t", arguments: "" } }],
    });
    const piece = (index: number, text: string) => ({ tool_calls: [{ index, function: { arguments: text } }] });
    expect(chunks).toEqual([
      delta({ role: "assistant", ...opening(0, "a") }),
      ...[piece(0, '{"x":'), piece(0, "1}"), opening(1, "b"), piece(1, "{}")].map((content) => delta(content)),
      ...[opening(2, "c"), piece(2, '"raw"')].map((content) => delta(content)),
      delta({}, "tool_calls"),
    ]);
  });

  it("writes events as the standard has them", () => {
    expect(toEvent({ a: "x\ny" })).toBe('data: {"a":"x\\ny"}\n\n');
    expect(toEvent("[DONE]")).toBe("data: [DONE]\n\n");
  });
});
