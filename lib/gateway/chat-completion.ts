import type {
  LanguageModelV3FinishReason,
  LanguageModelV3GenerateResult,
  LanguageModelV3Usage,
} from "@ai-sdk/provider";

/** What a completion is called and who gave it; the same in each chunk of a stream. */
export type CompletionHead = {
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
  /** `provider/model` of the model that answered. */
  readonly model: string;
};

type FinishReason = "stop" | "length" | "tool_calls" | "content_filter";

const FINISH_REASONS: Readonly<Record<LanguageModelV3FinishReason["unified"], FinishReason>> = {
  stop: "stop",
  length: "length",
  "tool-calls": "tool_calls",
  "content-filter": "content_filter",
  // The protocol has no word for these; the text so far is the answer.
  error: "stop",
  other: "stop",
};

export const toFinishReason = ({ unified }: LanguageModelV3FinishReason): FinishReason => FINISH_REASONS[unified];

/** Tokens in OpenAI's words; what a provider does not count is 0. */
export function toUsage({ inputTokens, outputTokens }: LanguageModelV3Usage) {
  const [input, output] = [inputTokens.total ?? 0, outputTokens.total ?? 0];
  return {
    prompt_tokens: input,
    completion_tokens: output,
    total_tokens: input + output,
    prompt_tokens_details: { cached_tokens: inputTokens.cacheRead ?? 0 },
    completion_tokens_details: { reasoning_tokens: outputTokens.reasoning ?? 0 },
  };
}

/** A whole answer as a `chat.completion`. Thoughts go to `reasoning_content`, as the protocol's other servers have it. */
export function toChatCompletion(head: CompletionHead, result: LanguageModelV3GenerateResult) {
  const text: string[] = [];
  const thoughts: string[] = [];
  const calls: { id: string; type: "function"; function: { name: string; arguments: string } }[] = [];
  for (const part of result.content) {
    if (part.type === "text") text.push(part.text);
    else if (part.type === "reasoning") thoughts.push(part.text);
    else if (part.type === "tool-call" && part.providerExecuted !== true) {
      calls.push({
        id: part.toolCallId,
        type: "function",
        function: { name: part.toolName, arguments: part.input },
      });
    }
  }
  return {
    id: head.id,
    object: "chat.completion" as const,
    created: head.created,
    model: head.model,
    choices: [
      {
        index: 0,
        message: {
          role: "assistant" as const,
          content: text.length === 0 && calls.length > 0 ? null : text.join(""),
          refusal: null,
          ...(thoughts.length > 0 && { reasoning_content: thoughts.join("") }),
          ...(calls.length > 0 && { tool_calls: calls }),
        },
        logprobs: null,
        finish_reason: toFinishReason(result.finishReason),
      },
    ],
    usage: toUsage(result.usage),
  };
}
