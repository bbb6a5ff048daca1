import { setTimeout as sleep } from "node:timers/promises";
import { RoutingError } from "@/lib/domain/routing-error";
import { type CallFailure, toCallFailure } from "./call-failure";
import { retryDelay } from "./retry-delay";

/** How long an answer is waited for, everything included, and how often it is asked for. */
export type RetryPolicy = { readonly totalMs: number; readonly maximumTries: number };

/** Why there is no answer after all tries. */
export class ModelFailure extends Error {
  readonly failure: CallFailure;
  /** The deadline passed, rather than the provider saying no. */
  readonly late: boolean;

  /** By name, as a RoutingError: the one gateway of the process throws it to other bundles. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "ModelFailure";
  }

  constructor(failure: CallFailure, late: boolean) {
    super(failure.reason);
    this.name = "ModelFailure";
    this.failure = failure;
    this.late = late;
  }
}

/**
 * Calls until there is an answer, at most `maximumTries` times and never longer than `totalMs` altogether: a call that
 * hangs is cut off, and no wait is begun that would outlast the deadline.
 *
 * @param signal the caller's: where it is aborted, so is the call, and its reason is thrown.
 * @param onFailure told of each call that failed before the deadline.
 * @throws ModelFailure with the reason in one line, without keys; RoutingErrors of `call` as they are.
 */
export async function retryWithBackoff<Answer>(options: {
  readonly patience: RetryPolicy;
  readonly redact: (text: string) => string;
  readonly call: (signal: AbortSignal) => Promise<Answer>;
  readonly signal?: AbortSignal | undefined;
  readonly onFailure?: (failure: CallFailure) => void;
  readonly random?: () => number;
}): Promise<Answer> {
  const { patience, redact, call, signal, onFailure, random = Math.random } = options;
  const deadline = AbortSignal.timeout(patience.totalMs);
  const either = signal === undefined ? deadline : AbortSignal.any([signal, deadline]);
  const late = { reason: `nothing within ${patience.totalMs / 1000} s`, verdict: "again", maybePaid: true } as const;
  for (let attempt = 1; ; attempt++) {
    try {
      return await call(either);
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof RoutingError) throw error;
      if (deadline.aborted) throw new ModelFailure({ ...late, status: undefined, retryAfterMs: undefined }, true);
      const failure = toCallFailure(error, new Date(), redact);
      onFailure?.(failure);
      const delay = retryDelay({ attempt, retryAfterMs: failure.retryAfterMs, random });
      const last = failure.verdict !== "again" || attempt >= patience.maximumTries || delay >= patience.totalMs;
      if (last) throw new ModelFailure(failure, false);
      // It rejects at the deadline: then this failure is the last word.
      await sleep(delay, undefined, { signal: either }).catch(() => {
        signal?.throwIfAborted();
        throw new ModelFailure(failure, false);
      });
    }
  }
}
