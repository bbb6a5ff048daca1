/** Answers as each kind of provider writes them. */
export type ProviderKind = "openai" | "openai-compatible" | "anthropic";
export const PROVIDER_KINDS: readonly ProviderKind[] = ["openai", "openai-compatible", "anthropic"];

type Call = { readonly id: string; readonly name: string };

/** A whole answer with this usage, and with a tool call where one is given. */
export function wholeAnswer(kind: ProviderKind, text: string, usage: unknown, call?: Call): object {
  if (kind === "anthropic") {
    const use = call && { type: "tool_use", ...call, input: {} };
    const content = [{ type: "text", text }, ...(use === undefined ? [] : [use])];
    return { type: "message", id: "x", model: "m", role: "assistant", content, stop_reason: "end_turn", usage };
  }
  const tool_calls = call && [{ id: call.id, type: "function", function: { name: call.name, arguments: "{}" } }];
  const message = { role: "assistant", content: text, ...(tool_calls && { tool_calls }) };
  const choices = [{ index: 0, message, finish_reason: "stop" }];
  return { id: "x", object: "chat.completion", created: 0, model: "m", choices, usage };
}

/** The events of the same answer; the usage stands wherever the kind has one. */
export function answerEvents(kind: ProviderKind, text: string, usage: unknown, call?: Call): string[] {
  const event = (data: object) => `${"type" in data ? `event: ${data.type}\n` : ""}data: ${JSON.stringify(data)}\n\n`;
  if (kind === "anthropic") {
    const block = (index: number, start: object, delta: object) => [
      event({ type: "content_block_start", index, content_block: start }),
      event({ type: "content_block_delta", index, delta }),
      event({ type: "content_block_stop", index }),
    ];
    const message = { id: "x", model: "m", role: "assistant", content: [], stop_reason: null, usage };
    return [
      event({ type: "message_start", message }),
      ...block(0, { type: "text", text: "" }, { type: "text_delta", text }),
      ...(call
        ? block(1, { type: "tool_use", ...call, input: {} }, { type: "input_json_delta", partial_json: "{}" })
        : []),
      event({ type: "message_delta", delta: { stop_reason: "end_turn", stop_sequence: null }, usage }),
      event({ type: "message_stop" }),
    ];
  }
  const chunk = (choices: readonly object[], more: object = {}) =>
    event({ id: "x", object: "chat.completion.chunk", created: 0, model: "m", choices, ...more });
  const delta = (content: object, finish_reason: string | null = null) =>
    chunk([{ index: 0, delta: content, finish_reason }]);
  const tool = call && { index: 0, id: call.id, type: "function", function: { name: call.name, arguments: "{}" } };
  return [
    delta({ role: "assistant", content: text }),
    ...(tool ? [delta({ tool_calls: [tool] })] : []),
    delta({}, "stop"),
    chunk([], { usage }),
    "data: [DONE]\n\n",
  ];
}

/** The usage as the kind calls its counts. */
export const usageOf = (kind: ProviderKind, input: unknown, output: unknown): object =>
  kind === "anthropic"
    ? { input_tokens: input, output_tokens: output }
    : { prompt_tokens: input, completion_tokens: output };
