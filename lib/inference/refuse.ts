import type { RoutingError } from "@/lib/domain/routing-error";

/**
 * Makes the one sentence about a file that cannot be used from what is wrong with it ("is truncated"); whoever opens
 * the file knows its name and what would mend it.
 */
export type Refuse = (problem: string) => RoutingError;

/** A library's message as part of a single line, without its prefix and without end. */
export function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
