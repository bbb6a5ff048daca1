import { RoutingError } from "@/lib/domain/routing-error";
import { ModelFailure, type RetryPolicy, retryWithBackoff } from "./retry-with-backoff";

/**
 * Calls until there is an answer (see retryWithBackoff), and says in one sentence who gave none.
 *
 * @param id who is called, for the message (`openai/text-embedding-3-small`).
 * @param parameter the setting at fault, for the error.
 * @throws RoutingError `incomplete`, or `unreadable` where it was answered in vain, with the reason in one line, without keys.
 */
export async function callInTime<Answer>(options: {
  readonly id: string;
  readonly parameter: string;
  readonly patience: RetryPolicy;
  readonly redact: (text: string) => string;
  readonly call: (signal: AbortSignal) => Promise<Answer>;
  readonly random?: () => number;
}): Promise<Answer> {
  const { id, parameter, ...call } = options;
  try {
    return await retryWithBackoff(call);
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    const { verdict, reason, plainReason = reason } = error.failure;
    throw new RoutingError({
      ...{ code: verdict === "unreadable" ? "unreadable" : "incomplete", parameter },
      message: `${id} did not answer: ${reason}.`,
      publicMessage: `${id} did not answer: ${plainReason}.`,
    });
  }
}
