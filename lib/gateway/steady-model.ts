import "server-only";
import type { LanguageModelV3, LanguageModelV3CallOptions } from "@ai-sdk/provider";
import type { CircuitBreaker } from "./circuit-breaker";
import { keepTrying, ModelFailure } from "./keep-trying";
import { openPartStream } from "./part-stream";

/** How patient the gateway is with a provider. */
export type ModelPatience = {
  /** For a whole answer that is not streamed, retries included. */
  readonly wholeMs: number;
  /** For the first part of a streamed one, retries included. */
  readonly firstMs: number;
  /** Between two parts of a streamed one. */
  readonly stallMs: number;
  readonly maximumTries: number;
};

/**
 * The model, called until it answers: deadlines, retries with backoff that honour Retry-After, and no call while its
 * provider rests after failures in a row. A stream is tried again only before its first part of content; afterwards what
 * fails is an `error` part, since what was sent cannot be taken back. The caller's abort goes through to the provider.
 * @throws ModelFailure in one line, without keys.
 */
export function steadyModel(settings: {
  readonly model: LanguageModelV3;
  readonly patience: ModelPatience;
  readonly breaker: CircuitBreaker;
  readonly redact: (text: string) => string;
  readonly random?: () => number;
}): LanguageModelV3 {
  const { model, patience, breaker, redact, random = Math.random } = settings;
  const { wholeMs, firstMs, stallMs, maximumTries } = patience;

  async function guard<Answer>(
    totalMs: number,
    caller: AbortSignal | undefined,
    call: (signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer> {
    const restMs = breaker.restMs();
    if (restMs > 0) throw resting(restMs);
    try {
      const answer = await keepTrying({
        patience: { totalMs, maximumTries },
        ...{ redact, random, call, signal: caller },
      });
      breaker.succeeded();
      return answer;
    } catch (error) {
      if (error instanceof ModelFailure) {
        if (error.failure.verdict === "refused") breaker.succeeded();
        else breaker.failed();
      }
      throw error;
    }
  }

  return {
    specificationVersion: "v3",
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,
    doGenerate: (options: LanguageModelV3CallOptions) =>
      guard(wholeMs, options.abortSignal, async (signal) => model.doGenerate({ ...options, abortSignal: signal })),
    doStream: (options: LanguageModelV3CallOptions) =>
      guard(firstMs, options.abortSignal, (signal) =>
        openPartStream({ model, options, untilFirst: signal, stallMs, onStall: () => breaker.failed() }),
      ),
  };
}

function resting(restMs: number): ModelFailure {
  const reason = `it failed several times in a row and is left alone for ${Math.ceil(restMs / 1000)} s`;
  return new ModelFailure(
    { reason, verdict: "again", maybePaid: false, status: undefined, retryAfterMs: restMs },
    false,
  );
}
