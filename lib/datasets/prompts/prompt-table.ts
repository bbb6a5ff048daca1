import { findPromptProblem } from "@/lib/domain/prompt";
import type { PromptFormat } from "@/lib/schemas/files/prompt-upload";
import { listCellText } from "./conversation-text";
import { fileProblem } from "./file-problem";
import { guessColumn } from "./guess-column";
import type { Row } from "./row";

/** How the rows of a file are read. */
export type PromptTable = {
  readonly format: PromptFormat;
  /** Grows while rows are read. */
  readonly columns: readonly string[];
  /** Where the prompts are; null for plain text, and where nothing could be guessed. */
  readonly column: string | null;
  /** @returns the row's prompt, or why there is none. */
  readonly promptOf: (row: Row) => { readonly prompt: string } | { readonly problem: string };
};

/**
 * Decides where the prompts of a file are.
 * @param options.sample the file's first rows.
 * @param options.column guessed from them unless given.
 * @throws RoutingError if a CSV file has no such column.
 */
export function choosePromptTable(options: {
  readonly name: string;
  readonly format: PromptFormat;
  readonly columns: readonly string[];
  readonly sample: readonly Row[];
  readonly column: string | undefined;
}): PromptTable {
  const { name, format, columns, sample } = options;
  if (format === "text") return { format, columns, column: null, promptOf: (row) => readCell(row, 0, "The line") };
  const guessed = options.column === undefined ? guessColumn(columns, sample) : undefined;
  const column = options.column ?? (guessed === undefined ? undefined : columns[guessed]);
  if (column === undefined) {
    const problem = "there is no text in this row; every row needs a prompt";
    return { format, columns, column: null, promptOf: (row) => ("problem" in row ? row : { problem }) };
  }
  let index = columns.indexOf(column);
  if (format === "csv") {
    if (index === -1 && columns.length > 0) {
      const present = columns.map((present) => JSON.stringify(present)).join(", ");
      const problem = `has no column ${JSON.stringify(column)} but ${present}; the first line must name the columns`;
      throw fileProblem({ name, problem });
    }
    const isList = holdsLists(sample, index);
    return { format, columns, column, promptOf: (row) => readCell(row, index, column, isList) };
  }
  const promptOf: PromptTable["promptOf"] = (row) => {
    // A field may turn up late.
    if (index === -1) index = columns.indexOf(column);
    return readCell(row, index, column);
  };
  return { format, columns, column, promptOf };
}

/** Are most of a column's cells JSON lists of turns, as in Arena-55k? One prompt may well look like one. */
function holdsLists(sample: readonly Row[], index: number): boolean {
  let [filled, lists] = [0, 0];
  for (const row of sample) {
    const cell = "cells" in row ? row.cells[index] : undefined;
    if (cell === undefined || cell.trim() === "") continue;
    filled++;
    if (listCellText(cell) !== undefined) lists++;
  }
  return lists * 2 > filled;
}

function readCell(row: Row, index: number, column: string, isList = false): ReturnType<PromptTable["promptOf"]> {
  if ("problem" in row) return row;
  const cell = row.cells[index];
  if (cell === undefined) return { problem: `${column} is missing or no text; every row needs a prompt` };
  if (cell.trim() === "") return { problem: `${column} is empty; every row needs a prompt` };
  const prompt = isList ? (listCellText(cell) ?? cell) : cell;
  const problem = findPromptProblem(prompt);
  return problem === undefined ? { prompt } : { problem: `${column}: ${problem.replace(/\.$/, "")}` };
}
