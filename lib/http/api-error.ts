import { ERROR_CODES, type ErrorCode, RoutingError } from "@/lib/domain/routing-error";
import { type EndpointAnswer, jsonAnswer } from "./exchange";

/** A failure in OpenAI's words. */
export type ApiError = {
  readonly message: string;
  readonly type: string;
  readonly param: string | null;
  readonly code: string | null;
};

const REQUEST = "invalid_request_error";
const SERVER = "server_error";

/** OpenAI's `type` and `code` of each kind of failure; clients branch on the status and on these. */
const KINDS: Readonly<Record<ErrorCode, readonly [type: string, code: string | null]>> = {
  invalid_argument: [REQUEST, null],
  invalid_data: [REQUEST, null],
  not_found: [REQUEST, "model_not_found"],
  conflict: [REQUEST, null],
  too_large: [REQUEST, "request_too_large"],
  too_slow: [REQUEST, "request_timeout"],
  unauthorized: [REQUEST, "invalid_api_key"],
  forbidden: [REQUEST, "forbidden"],
  misdirected: [REQUEST, "misdirected_request"],
  rate_limited: ["rate_limit_error", "rate_limit_exceeded"],
  artifact_unusable: [SERVER, "not_ready"],
  storage_unusable: [SERVER, "not_ready"],
  storage_full: [SERVER, "storage_full"],
  overloaded: [SERVER, "overloaded"],
  incomplete: [SERVER, "provider_failed"],
  unreadable: [SERVER, "provider_failed"],
  timed_out: [SERVER, "provider_timed_out"],
};

/** Failures whose sentences name places of the server: for its log, not for whoever asks. */
const PRIVATE: ReadonlySet<ErrorCode> = new Set(["storage_unusable", "artifact_unusable"]);
/** Their `parameter` is a field of the request. */
const OF_THE_REQUEST: ReadonlySet<ErrorCode> = new Set(["invalid_argument", "not_found"]);

/** Nobody reads it: the client has gone. nginx's number for it, in metrics and logs. */
export const CLIENT_GONE = 499;

/** What a failure is to the client; of one that nobody foresaw, only that it happened. */
export function toApiError(error: unknown): { readonly status: number; readonly error: ApiError } {
  if (!(error instanceof RoutingError)) {
    const message = "The server could not do this; its log says why.";
    return { status: 500, error: { message, type: SERVER, param: null, code: null } };
  }
  const { code, message, parameter } = error;
  const [type, name] = KINDS[code];
  const outOfBudget = code === "rate_limited" && parameter === "budget";
  return {
    status: ERROR_CODES[code].httpStatus,
    error: {
      message: PRIVATE.has(code) ? "The server is not ready to do this; its log says why." : message,
      type: outOfBudget ? "insufficient_quota" : type,
      param: OF_THE_REQUEST.has(code) ? parameter : null,
      code: outOfBudget ? "insufficient_quota" : name,
    },
  };
}

const isUnreadable = (error: unknown): boolean => error instanceof RoutingError && error.code === "unreadable";

/** The one envelope of /v1. */
export function apiErrorAnswer(error: unknown, headers: Readonly<Record<string, string>> = {}): EndpointAnswer {
  const failed = toApiError(error);
  const retryAfter = error instanceof RoutingError ? error.retryAfterSeconds : undefined;
  return jsonAnswer(
    { error: failed.error },
    {
      status: failed.status,
      headers: {
        ...{ "Cache-Control": "no-store", ...headers },
        ...(failed.status === 401 && { "WWW-Authenticate": "Bearer" }),
        ...(retryAfter !== undefined && { "Retry-After": String(retryAfter) }),
        // Clients of the protocol heed it: an empty purse does not fill within their retries, which cost money else.
        ...((failed.error.code === "insufficient_quota" || isUnreadable(error)) && { "x-should-retry": "false" }),
      },
    },
  );
}
