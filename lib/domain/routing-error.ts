/** What can go wrong, and how each kind leaves the process: HTTP status and command-line exit code. */
export const ERROR_CODES = {
  invalid_argument: { httpStatus: 400, exitCode: 2 },
  invalid_data: { httpStatus: 422, exitCode: 2 },
  not_found: { httpStatus: 404, exitCode: 2 },
  /** What is asked for does not go with what is there. */
  conflict: { httpStatus: 409, exitCode: 2 },
  artifact_unusable: { httpStatus: 503, exitCode: 2 },
  /** What people saved cannot be read or written. */
  storage_unusable: { httpStatus: 503, exitCode: 2 },
  /** More was asked at once than can wait; the same request is fine in a moment. */
  overloaded: { httpStatus: 503, exitCode: 1 },
  /** Others did not do their part, or the user stopped; what is done is kept. */
  incomplete: { httpStatus: 502, exitCode: 1 },
  /** Others answered, and are paid for it, but not with anything that can be used: asking again would be paid again. */
  unreadable: { httpStatus: 502, exitCode: 1 },
  unauthorized: { httpStatus: 401, exitCode: 2 },
  /** Known who asks, and not allowed. */
  forbidden: { httpStatus: 403, exitCode: 2 },
  /** Asked under a name that is not this server's. */
  misdirected: { httpStatus: 421, exitCode: 2 },
  /** The request itself took too long to arrive. */
  too_slow: { httpStatus: 408, exitCode: 1 },
  too_large: { httpStatus: 413, exitCode: 2 },
  /** There is no room for it on this server. */
  storage_full: { httpStatus: 507, exitCode: 1 },
  /** Too much was asked in too short a time, or more than was allowed to be spent. */
  rate_limited: { httpStatus: 429, exitCode: 1 },
  /** Others did not answer in time. */
  timed_out: { httpStatus: 504, exitCode: 1 },
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** The one error people are meant to read: the message says what was wrong and what would be right. */
export class RoutingError extends Error {
  readonly code: ErrorCode;
  /** The argument, field or file at fault, as the user wrote it (`--alpha`, `prompt`, a path). */
  readonly parameter: string;
  /** The message without what others said, who may quote a prompt: for those who are not known. */
  readonly publicMessage: string;
  /** When the same request may go through, where that is known. */
  readonly retryAfterSeconds: number | undefined;

  /**
   * By name: a server is built in several bundles with a copy of this class each, and what one of them keeps for the whole
   * process (the engine of scoring runs) throws errors of its own copy to the others.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "RoutingError";
  }

  constructor(about: {
    code: ErrorCode;
    parameter: string;
    message: string;
    publicMessage?: string;
    retryAfterSeconds?: number;
  }) {
    super(about.message);
    this.name = "RoutingError";
    this.code = about.code;
    this.parameter = about.parameter;
    this.publicMessage = about.publicMessage ?? about.message;
    this.retryAfterSeconds = about.retryAfterSeconds;
  }
}
