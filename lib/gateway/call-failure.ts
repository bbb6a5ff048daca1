import { APICallError } from "ai";
import { parseRetryAfter } from "./retry-delay";

/** Why a call gave no answer, and what follows from it. */
export type CallFailure = {
  /** One line for people, as the provider put it, without keys. */
  readonly reason: string;
  /**
   * again: the same call may work later. refused: this call never will, others may. hopeless: no call to this model will
   * (a wrong key, an unknown model, no credit left).
   */
  readonly verdict: "again" | "refused" | "hopeless";
  /** The provider may have answered, and charged, without the answer reaching us. */
  readonly maybePaid: boolean;
  readonly status: number | undefined;
  /** What the server asks to wait. */
  readonly retryAfterMs: number | undefined;
};

const LONGEST_REASON = 200;
/** The request never reached the provider. */
const NEVER_SENT = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"];
const HOPELESS = [401, 402, 404];
const WORTH_ANOTHER_TRY = [408, 409, 425, 429];
/** Sent by something between us and a model that may have been at work. */
const MAYBE_PAID = [408, 502, 504, 524];

/**
 * @param error what the AI SDK threw. Anything unknown counts as an answer that was given and could not be read.
 * @param redact takes keys out of a text.
 */
export function toCallFailure(error: unknown, now: Date, redact: (text: string) => string): CallFailure {
  const unread = { verdict: "again", maybePaid: true, status: undefined, retryAfterMs: undefined } as const;
  if (!(error instanceof Error)) return { ...unread, reason: "the answer could not be read" };
  if (error.name === "TimeoutError" || error.name === "AbortError") {
    return { ...unread, reason: "no answer within the time limit" };
  }
  // Keys go before the text is cut, or half of one might stay.
  const message = inOneLine(redact(error.message));
  if (!APICallError.isInstance(error)) return { ...unread, reason: `the answer could not be read (${message})` };
  const { statusCode: status, responseHeaders = {}, responseBody = "" } = error;
  if (status === undefined) {
    const code = findCode(error);
    return { ...unread, maybePaid: !NEVER_SENT.includes(code), reason: `no connection (${code})` };
  }
  if (status < 400) return { ...unread, status, reason: "the answer broke off or is not as the protocol has it" };
  const outOfCredit = status === 429 && responseBody.includes("insufficient_quota");
  return {
    reason: `HTTP ${status}${message === "" ? "" : `: ${message}`}`,
    verdict:
      outOfCredit || HOPELESS.includes(status)
        ? "hopeless"
        : status >= 500 || WORTH_ANOTHER_TRY.includes(status)
          ? "again"
          : "refused",
    maybePaid: MAYBE_PAID.includes(status),
    status,
    retryAfterMs: parseRetryAfter(responseHeaders, now),
  };
}

function inOneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LONGEST_REASON ? `${line.slice(0, LONGEST_REASON - 1)}…` : line;
}

/** The system's code of a failed connection, which lies some causes deep. */
function findCode(error: Error): string {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") return cause.code;
  }
  return "unknown";
}
