import { RoutingError } from "@/lib/domain/routing-error";

const SYSTEM_FAILURES: Readonly<Record<string, string>> = {
  ENOSPC: "The disk of the server is full; free some space there and bring the prompts again.",
  EDQUOT: "The server's user has no disk space left; free some there and bring the prompts again.",
  ENOENT: "The prompts of this run are gone, so it cannot go on; bring them again.",
};

/** Why a run ended, in one sentence; undefined for a bug, which is for the log and not for people. */
export function describeFailure(error: unknown): string | undefined {
  // Everybody who sees the run reads it.
  if (error instanceof RoutingError) return error.publicMessage;
  if (error instanceof Error && "code" in error && typeof error.code === "string") return SYSTEM_FAILURES[error.code];
  return undefined;
}
