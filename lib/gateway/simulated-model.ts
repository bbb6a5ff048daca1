import { setTimeout as sleep } from "node:timers/promises";
import type {
  LanguageModelV3,
  LanguageModelV3CallOptions,
  LanguageModelV3Content,
  LanguageModelV3GenerateResult,
  LanguageModelV3StreamPart,
} from "@ai-sdk/provider";
import type { Choice } from "@/lib/domain/decide";
import { toReadableStream } from "@/lib/gateway/answers/readable-stream";
import { type SimulatedAnswer, simulateAnswer } from "./simulated-answer";

/** Milliseconds before the first word and after each; zero for measurements. */
export type SimulatedPace = { readonly firstMs: number; readonly wordMs: number };

/**
 * A stand-in for a language model where none is configured: answers at the pace of a real one, always the same to the same
 * question, and each answer says that it is simulated. It exists so that the whole path can be tried; it is never presented
 * as a model.
 */
export function createSimulatedModel({
  choice,
  pace,
}: {
  readonly choice: Choice;
  readonly pace: SimulatedPace;
}): LanguageModelV3 {
  return {
    specificationVersion: "v3",
    provider: "simulated",
    modelId: choice,
    supportedUrls: {},
    async doGenerate(options) {
      const answer = simulateAnswer(choice, options);
      await pause(pace.firstMs + pace.wordMs * answer.chunks.length, options.abortSignal);
      return { content: contentOf(answer), ...endOf(answer), warnings: [] };
    },
    async doStream(options) {
      options.abortSignal?.throwIfAborted();
      return { stream: toStream(simulateAnswer(choice, options), pace, options.abortSignal) };
    },
  };
}

/** Long waits can be cut off by the caller; none at all is none, so that measurements see no timer. */
async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  if (milliseconds > 0) await sleep(milliseconds, undefined, signal === undefined ? {} : { signal });
}

function contentOf({ chunks, toolCall }: SimulatedAnswer): LanguageModelV3Content[] {
  return toolCall === undefined ? [{ type: "text", text: chunks.join("") }] : [{ type: "tool-call", ...toolCall }];
}

function endOf(answer: SimulatedAnswer): Pick<LanguageModelV3GenerateResult, "usage" | "finishReason"> {
  const { inputTokens, outputTokens, finishReason } = answer;
  return {
    finishReason: { unified: finishReason, raw: "simulated" },
    usage: {
      inputTokens: { total: inputTokens, noCache: inputTokens, cacheRead: undefined, cacheWrite: undefined },
      outputTokens: { total: outputTokens, text: outputTokens, reasoning: undefined },
    },
  };
}

function toStream(
  answer: SimulatedAnswer,
  pace: SimulatedPace,
  signal: LanguageModelV3CallOptions["abortSignal"],
): ReadableStream<LanguageModelV3StreamPart> {
  return toReadableStream(
    (async function* (): AsyncGenerator<LanguageModelV3StreamPart> {
      yield { type: "stream-start", warnings: [] };
      await pause(pace.firstMs, signal);
      if (answer.toolCall === undefined) {
        yield { type: "text-start", id: "0" };
        for (const delta of answer.chunks) {
          yield { type: "text-delta", id: "0", delta };
          await pause(pace.wordMs, signal);
        }
        yield { type: "text-end", id: "0" };
      } else {
        const { toolCallId: id, toolName, input } = answer.toolCall;
        yield { type: "tool-input-start", id, toolName };
        yield { type: "tool-input-delta", id, delta: input };
        yield { type: "tool-input-end", id };
        yield { type: "tool-call", ...answer.toolCall };
      }
      yield { type: "finish", ...endOf(answer) };
    })(),
  );
}
