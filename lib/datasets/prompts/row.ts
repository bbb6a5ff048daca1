/** One row and the line (from 1) in which it begins: its cells in the order of the columns, or why it has none. */
export type Row =
  | { readonly line: number; readonly cells: readonly (string | undefined)[] }
  | { readonly line: number; readonly problem: string };

/** Turns a text that comes in pieces into rows. */
export type RowParser = {
  /** Names of the columns found so far, in the file's order; grows while rows are read. None for plain text. */
  readonly columns: readonly string[];
  /** @returns the rows that end in this piece. */
  push(piece: string): readonly Row[];
  /** @returns the last row, if it has not been seen to end. */
  end(): readonly Row[];
};
