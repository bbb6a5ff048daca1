import type { RowProblem } from "@/lib/schemas/files/prompt-upload";
import { type PromptFileOptions, readPromptBatches } from "./prompt-batches";

/**
 * The usable prompts of a file in its order, as a stream: plain text, CSV or JSON Lines, chat logs among them.
 *
 * @param options.column as the inspection names it; null for plain text, or to have it guessed.
 * @param options.onProblem hears of each row without a usable prompt; it may throw.
 * @throws RoutingError in one sentence if the file cannot be read.
 */
export async function* readPromptRows(
  options: PromptFileOptions & { readonly onProblem: (problem: RowProblem) => void },
): AsyncGenerator<{ readonly line: number; readonly prompt: string }, void> {
  for await (const { table, rows } of readPromptBatches(options)) {
    for (const row of rows) {
      const read = table.promptOf(row);
      if ("prompt" in read) yield { line: row.line, prompt: read.prompt };
      else options.onProblem({ line: row.line, message: `${read.problem}.` });
    }
  }
}
