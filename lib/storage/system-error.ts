/** The operating system's code of a failed file operation (`ENOENT`, `ENOSPC`…). Anything else is thrown on: a bug. */
export function systemErrorCode(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") {
    return error.code;
  }
  throw error;
}
