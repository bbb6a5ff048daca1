import type {
  LanguageModelV3,
  LanguageModelV3StreamPart,
  LanguageModelV3StreamResult,
  LanguageModelV3Usage,
} from "@ai-sdk/provider";
import { checkToolCall } from "./answer-size";

/** More than any model reads or writes at once. */
const MOST_TOKENS = { input: 20_000_000, output: 2_000_000 };

/**
 * A provider's count of tokens; undefined where it cannot be true (negative, no number, absurdly large), as where there is
 * none: whoever needs a count then estimates it, and marks it so.
 */
export function soundCount(tokens: unknown, most: number = MOST_TOKENS.input): number | undefined {
  if (typeof tokens !== "number" || !(tokens >= 0) || tokens > most) return undefined;
  return Math.ceil(tokens);
}

/** Counts that fit together: a part is no more than its whole. */
export function soundUsage({ inputTokens, outputTokens }: LanguageModelV3Usage): LanguageModelV3Usage {
  const input = soundCount(inputTokens.total, MOST_TOKENS.input);
  const output = soundCount(outputTokens.total, MOST_TOKENS.output);
  return {
    inputTokens: {
      total: input,
      noCache: soundCount(inputTokens.noCache, input),
      cacheRead: soundCount(inputTokens.cacheRead, input),
      cacheWrite: soundCount(inputTokens.cacheWrite, input),
    },
    outputTokens: {
      total: output,
      text: soundCount(outputTokens.text, output),
      reasoning: soundCount(outputTokens.reasoning, output),
    },
  };
}

/** The model, whose counts of tokens can be relied on where there are any; tool calls beyond ANSWER_LIMITS fail. */
export function soundModel(model: LanguageModelV3): LanguageModelV3 {
  return {
    specificationVersion: "v3",
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,
    async doGenerate(call) {
      const result = await model.doGenerate(call);
      for (const part of result.content) if (part.type === "tool-call") checkToolCall(part.toolCallId, part.toolName);
      return { ...result, usage: soundUsage(result.usage) };
    },
    async doStream(call): Promise<LanguageModelV3StreamResult> {
      const result = await model.doStream(call);
      const sound = new TransformStream<LanguageModelV3StreamPart, LanguageModelV3StreamPart>({
        transform(part, controller) {
          if (part.type === "tool-input-start") checkToolCall(part.id, part.toolName);
          if (part.type === "tool-call") checkToolCall(part.toolCallId, part.toolName);
          controller.enqueue(part.type === "finish" ? { ...part, usage: soundUsage(part.usage) } : part);
        },
      });
      return { ...result, stream: result.stream.pipeThrough(sound) };
    },
  };
}
