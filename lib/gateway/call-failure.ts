import { APICallError, InvalidArgumentError, InvalidPromptError, UnsupportedFunctionalityError } from "ai";
import { findOversize } from "@/lib/gateway/answers/answer-size";
import type { CallOutcome } from "./circuit-breaker";
import { parseRetryAfter } from "./retry-delay";

/** Why a call gave no answer, and what follows from it. */
export type CallFailure = {
  /** One line for people, as the provider put it, without keys. */
  readonly reason: string;
  /** The same without the provider's own words, which may quote the prompt; absent where there are none in it. */
  readonly plainReason?: string;
  /**
   * again: the same call may work later. refused: this call never will, others may. hopeless: no call to this model will
   * (a wrong key, an unknown model, no credit left). unreadable: it was answered, and paid for, but not with anything that
   * can be used; asking again, here or elsewhere, would buy a second answer.
   */
  readonly verdict: "again" | "refused" | "hopeless" | "unreadable";
  /** The provider may have answered, and charged, without the answer reaching us. */
  readonly maybePaid: boolean;
  readonly status: number | undefined;
  /** The provider's own word in a stream that it keeps up, such as a refusal of the prompt. */
  readonly inStream?: true;
  /** Characters of an answer that came whole and cannot be used. */
  readonly saidCharacters?: number;
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
/** What the SDK itself says no to, before a provider is asked. */
const OF_THE_REQUEST = [InvalidArgumentError, InvalidPromptError, UnsupportedFunctionalityError];

/**
 * What a failure says of the provider. Only what would hit any request is a failure of its own: no connection, silence, an
 * answer outside the protocol, an error of its server (5xx). All else (4xx) is a word about this request, this key or its
 * rate, and a sign of life.
 */
export function blamesProvider({ status, verdict, inStream }: CallFailure): CallOutcome {
  if (status !== undefined) return status >= 400 && status < 500 ? "answered" : "failed";
  return (verdict === "again" || verdict === "unreadable") && inStream !== true ? "failed" : "unknown";
}

/**
 * @param error what the AI SDK threw. Anything unknown counts as an answer that was given and could not be read.
 * @param redact takes keys out of a text.
 */
export function toCallFailure(error: unknown, now: Date, redact: (text: string) => string): CallFailure {
  const unread = { verdict: "again", maybePaid: true, status: undefined, retryAfterMs: undefined } as const;
  if (!(error instanceof Error)) return { ...unread, inStream: true, reason: "the answer could not be read" };
  if (error.name === "TimeoutError" || error.name === "AbortError") {
    return { ...unread, reason: "no answer within the time limit" };
  }
  // Keys go before the text is cut, or half of one might stay.
  const message = inOneLine(redact(error.message));
  if (OF_THE_REQUEST.some((kind) => kind.isInstance(error))) {
    const plainReason = "it cannot be asked this";
    return { ...unread, verdict: "refused", maybePaid: false, reason: message, plainReason };
  }
  const overlong = findOversize(error);
  if (overlong !== undefined) return { ...unread, verdict: "unreadable", reason: overlong.message };
  if (!APICallError.isInstance(error)) {
    const plainReason = "the answer could not be read";
    return { ...unread, verdict: "unreadable", reason: `${plainReason} (${message})`, plainReason };
  }
  const { statusCode: status, responseHeaders = {}, responseBody = "" } = error;
  if (status === undefined) {
    const code = findCode(error);
    return { ...unread, maybePaid: !NEVER_SENT.includes(code), reason: `no connection (${code})` };
  }
  if (status < 400 || isUnreadEvent(responseBody)) {
    const reason = "the answer broke off or is not as the protocol has it";
    return { ...unread, verdict: "unreadable", status: 200, reason, saidCharacters: responseBody.length };
  }
  const outOfCredit = status === 429 && responseBody.includes("insufficient_quota");
  return {
    reason: `HTTP ${status}${message === "" ? "" : `: ${message}`}`,
    plainReason: `HTTP ${status}`,
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

/** The SDK makes HTTP 500 of a stream whose first event it cannot read, and puts its own error where a body would be. */
const isUnreadEvent = (body: string): boolean => /^\{"name":"AI_(TypeValidation|JSONParse)Error"/.test(body);

/** The system's code of a failed connection, which lies some causes deep. */
function findCode(error: Error): string {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") return cause.code;
  }
  return "unknown";
}
