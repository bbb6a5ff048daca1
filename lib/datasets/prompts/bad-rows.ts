import type { RoutingError } from "@/lib/domain/routing-error";

/** Hears of a row that cannot be used: its `parameter` is the file, its message names the line. May throw it. */
export type OnBadRow = (error: RoutingError) => void;

/** The usual answer to a bad row: nothing goes on without it. */
export const refuseBadRows: OnBadRow = (error) => {
  throw error;
};

/** The bad rows of one file. */
export type BadRows = {
  readonly path: string;
  readonly rows: number;
  /** What was wrong with the first one, file and line included. */
  readonly first: string;
};

/**
 * Lets bad rows pass and counts them. A row that several readings of its file come upon counts once.
 * @returns `onBadRow` for the readers, and what it has heard, by file in the order of their first bad rows.
 */
export function createBadRowCount(): { readonly onBadRow: OnBadRow; readonly list: () => readonly BadRows[] } {
  const messages = new Map<string, Set<string>>();
  return {
    onBadRow: ({ parameter, message }) => {
      const known = messages.get(parameter) ?? new Set();
      messages.set(parameter, known.add(message));
    },
    list: () => [...messages].map(([path, heard]) => ({ path, rows: heard.size, first: [...heard][0] ?? "" })),
  };
}
