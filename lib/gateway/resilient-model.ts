import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { LanguageModelV3, LanguageModelV3CallOptions } from "@ai-sdk/provider";
import { openPartStream } from "@/lib/gateway/answers/part-stream";
import { takeCaller } from "./call-caller";
import { blamesProvider, type CallFailure } from "./call-failure";
import { createCallerLines } from "./caller-lines";
import type { BreakerSettings, CallOutcome } from "./circuit-breaker";
import { ModelFailure, retryWithBackoff } from "./retry-with-backoff";

/** How patient the gateway is with a provider. */
export type ModelRetryPolicy = {
  /** For a whole answer that is not streamed, retries included. */
  readonly wholeMs: number;
  /** For the first part of a streamed one, retries included. */
  readonly firstMs: number;
  /** Between two parts of a streamed one. */
  readonly stallMs: number;
  readonly maximumTries: number;
};

/** A call under way: the caller's signal and the deadline in one, and how to say that its answer broke later. */
type Attempt = { readonly signal: AbortSignal; readonly onBroken: () => void };

/**
 * The model, called until it answers: deadlines, retries with backoff that honour Retry-After, and no call while its
 * provider rests after most recent calls failed, or has asked to wait; in both, callers are kept apart (call-caller.ts).
 * A stream is tried again only before its first part of content; afterwards what fails is an `error` part, since what was
 * sent cannot be taken back. The caller's abort goes through to the provider, and is nobody's failure.
 * @throws ModelFailure in one line, without keys.
 */
export function resilientModel(settings: {
  readonly model: LanguageModelV3;
  readonly patience: ModelRetryPolicy;
  readonly breaker: BreakerSettings;
  readonly redact: (text: string) => string;
  readonly random?: () => number;
  /** Of breakers and pauses. */
  readonly now?: () => number;
}): LanguageModelV3 {
  const { model, patience, redact, random = Math.random } = settings;
  const { wholeMs, firstMs, stallMs, maximumTries } = patience;
  const lineOf = createCallerLines(settings.breaker, settings.now);

  async function guard<Answer>(
    totalMs: number,
    { caller, options }: ReturnType<typeof takeCaller>,
    call: (attempt: Attempt) => Promise<Answer>,
  ): Promise<Answer> {
    const { breaker, pause } = lineOf(caller);
    const signal = options.abortSignal;
    const waitMs = pause.begin();
    if (waitMs >= totalMs) throw paused(waitMs);
    if (waitMs > 0) await sleep(waitMs, undefined, signal && { signal }).catch(() => signal?.throwIfAborted());
    const admitted = breaker.begin();
    if ("restMs" in admitted) throw resting(admitted.restMs);
    const end = (outcome: CallOutcome) => admitted.ended(outcome, outcome === "failed" ? fingerprint(options) : "");
    try {
      const answer = await retryWithBackoff({
        patience: { totalMs: totalMs - waitMs, maximumTries },
        ...{ redact, random, signal },
        call: (either) => call({ signal: either, onBroken: () => end("failed") }),
        onFailure({ status, verdict, retryAfterMs }: CallFailure) {
          if (status !== 429 || verdict !== "again" || retryAfterMs === undefined) return;
          pause.told(retryAfterMs, fingerprint(options));
        },
      });
      pause.answered();
      end("answered");
      return answer;
    } catch (error) {
      end(error instanceof ModelFailure ? blamesProvider(error.failure) : "unknown");
      throw error;
    }
  }

  return {
    specificationVersion: "v3",
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,
    doGenerate(call) {
      const taken = takeCaller(call);
      return guard(wholeMs, taken, async ({ signal }) => model.doGenerate({ ...taken.options, abortSignal: signal }));
    },
    doStream(call) {
      const taken = takeCaller(call);
      return guard(firstMs, taken, ({ signal, onBroken }) =>
        openPartStream({ model, options: taken.options, untilFirst: signal, stallMs, onBroken }),
      );
    },
  };
}

/** Tells requests apart by what they ask; only worked out where one fails. */
const fingerprint = ({ prompt }: LanguageModelV3CallOptions): string =>
  createHash("sha256").update(JSON.stringify(prompt)).digest("base64");

function resting(restMs: number): ModelFailure {
  const reason = `most of the latest calls to it failed, and it is left alone for ${Math.ceil(restMs / 1000)} s`;
  return new ModelFailure(
    { reason, verdict: "again", maybePaid: false, status: undefined, retryAfterMs: restMs },
    false,
  );
}

function paused(waitMs: number): ModelFailure {
  const reason = `it asks to be called again in ${Math.ceil(waitMs / 1000)} s`;
  return new ModelFailure({ reason, verdict: "again", maybePaid: false, status: 429, retryAfterMs: waitMs }, false);
}
