import { generateText, NoObjectGeneratedError, Output } from "ai";
import type { z } from "zod";
import { soundCount } from "@/lib/gateway/answers/sound-usage";
import type { ProviderModel } from "./providers";

// The SDK's warnings go to standard output, where only results belong.
globalThis.AI_SDK_LOG_WARNINGS = false;

/** One question to one model. */
export type ModelCall = {
  readonly model: ProviderModel;
  readonly system?: string;
  readonly prompt: string;
  readonly maxOutputTokens: number;
  /** The shape of the answer, which providers that can hold the model to. */
  readonly schema?: z.ZodType;
};

export type ModelReply = {
  readonly text: string;
  /** Undefined where the provider does not say. */
  readonly inputTokens: number | undefined;
  readonly outputTokens: number | undefined;
  /** The answer was cut off at `maxOutputTokens`. */
  readonly truncated: boolean;
};

/**
 * Asks once: no retry, so that every attempt can be accounted for. The text comes back whether or not it has the shape
 * asked for: it was paid for, and what it is worth is the caller's to say.
 * @throws what the SDK throws (see toCallFailure), or a TimeoutError after `timeoutMs`.
 */
export async function callModel(call: ModelCall, timeoutMs: number): Promise<ModelReply> {
  const { model, system, prompt, maxOutputTokens, schema } = call;
  try {
    const { text, usage, finishReason } = await generateText({
      model: model.languageModel,
      prompt,
      maxOutputTokens,
      maxRetries: 0,
      abortSignal: AbortSignal.timeout(timeoutMs),
      ...(system === undefined ? {} : { system }),
      ...(schema === undefined ? {} : { output: Output.object({ schema }) }),
    });
    return toReply({ text, usage, finishReason });
  } catch (error) {
    if (!NoObjectGeneratedError.isInstance(error)) throw error;
    return toReply(error);
  }
}

function toReply(result: {
  readonly text: string | undefined;
  readonly usage: { readonly inputTokens: number | undefined; readonly outputTokens: number | undefined } | undefined;
  readonly finishReason: string | undefined;
}): ModelReply {
  const { text = "", usage, finishReason } = result;
  const [inputTokens, outputTokens] = [soundCount(usage?.inputTokens), soundCount(usage?.outputTokens)];
  return { text, inputTokens, outputTokens, truncated: finishReason === "length" };
}
