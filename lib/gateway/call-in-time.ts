import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { RoutingError } from "@/lib/domain/routing-error";
import { toCallFailure } from "./call-failure";
import { retryDelay } from "./retry-delay";

/** How long an answer is waited for, everything included, and how often it is asked for. */
export type Patience = { readonly totalMs: number; readonly maximumTries: number };

/**
 * Calls until there is an answer, at most `maximumTries` times and never longer than `totalMs` altogether: a call that
 * hangs is cut off, and no wait is begun that would outlast the deadline.
 *
 * @param id who is called, for the message (`openai/text-embedding-3-small`).
 * @param parameter the setting at fault, for the error.
 * @throws RoutingError `incomplete` with the reason in one line, without keys.
 */
export async function callInTime<Answer>(options: {
  readonly id: string;
  readonly parameter: string;
  readonly patience: Patience;
  readonly redact: (text: string) => string;
  readonly call: (signal: AbortSignal) => Promise<Answer>;
  readonly random?: () => number;
}): Promise<Answer> {
  const { id, parameter, patience, redact, call, random = Math.random } = options;
  const deadline = AbortSignal.timeout(patience.totalMs);
  const give = (reason: string) =>
    new RoutingError({ code: "incomplete", parameter, message: `${id} did not answer: ${reason}.` });
  for (let attempt = 1; ; attempt++) {
    try {
      return await call(deadline);
    } catch (error) {
      if (error instanceof RoutingError) throw error;
      if (deadline.aborted) throw give(`nothing within ${patience.totalMs / 1000} s`);
      const { reason, verdict, retryAfterMs } = toCallFailure(error, new Date(), redact);
      const delay = retryDelay({ attempt, retryAfterMs, random });
      if (verdict !== "again" || attempt >= patience.maximumTries || delay >= patience.totalMs) throw give(reason);
      // It rejects at the deadline: then this failure is the last word.
      await sleep(delay, undefined, { signal: deadline }).catch(() => {
        throw give(reason);
      });
    }
  }
}
