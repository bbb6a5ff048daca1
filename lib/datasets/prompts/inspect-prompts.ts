import { countCharacters } from "@/lib/domain/prompt";
import type { PromptInspection, RowProblem } from "@/lib/schemas/files/prompt-upload";
import { fileProblem } from "./file-problem";
import { type PromptFileOptions, readPromptBatches } from "./prompt-batches";
import type { PromptTable } from "./prompt-table";
import type { Row } from "./row";

const SHOWN = { problems: 20, prompts: 10, characters: 300 };

/**
 * What a user's file holds, read once from beginning to end as a stream.
 * @param options.column of the prompts; guessed unless given.
 * @throws RoutingError in one sentence if the file cannot be read or holds no usable prompt.
 */
export async function inspectPrompts(
  options: PromptFileOptions & { readonly name: string },
): Promise<PromptInspection> {
  const { name } = options;
  const firstProblems: RowProblem[] = [];
  const preview: { line: number; prompt: string }[] = [];
  const filled: number[] = [];
  let [rows, problems] = [0, 0];
  let table: PromptTable | undefined;
  for await (const batch of readPromptBatches(options)) {
    table = batch.table;
    for (const row of batch.rows) {
      countFilled(row, filled);
      const read = table.promptOf(row);
      if ("prompt" in read) {
        if (rows++ < SHOWN.prompts) preview.push({ line: row.line, prompt: shorten(read.prompt) });
      } else if (problems++ < SHOWN.problems) {
        firstProblems.push({ line: row.line, message: `${read.problem}.` });
      }
    }
  }
  const [first] = firstProblems;
  if (rows === 0 || table === undefined) {
    const why = first === undefined ? "at least one is needed" : `line ${first.line}: ${first.message.slice(0, -1)}`;
    throw fileProblem({ name, problem: `holds no usable prompt; ${why}` });
  }
  const { format, column } = table;
  const columns = table.columns.map((name, index) => ({ name, filled: filled[index] ?? 0 }));
  return { format, columns, column, rows, problems, firstProblems, preview };
}

function countFilled(row: Row, filled: number[]): void {
  if ("problem" in row) return;
  row.cells.forEach((cell, index) => {
    if (cell !== undefined && cell.trim() !== "") filled[index] = (filled[index] ?? 0) + 1;
  });
}

function shorten(prompt: string): string {
  if (countCharacters(prompt) <= SHOWN.characters) return prompt;
  return `${[...prompt.slice(0, 2 * SHOWN.characters)].slice(0, SHOWN.characters - 1).join("")}…`;
}
