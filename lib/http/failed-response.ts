import { ERROR_CODES, type ErrorCode } from "@/lib/domain/routing-error";

/** A failure as the pages' routes answer it: its own status, one sentence, never kept by a cache. */
export const failedResponse = (code: ErrorCode, message: string): Response =>
  Response.json({ message }, { status: ERROR_CODES[code].httpStatus, headers: { "Cache-Control": "no-store" } });
