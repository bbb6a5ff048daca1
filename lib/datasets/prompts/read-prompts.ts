import { extname } from "node:path";
import { RoutingError } from "@/lib/domain/routing-error";
import { type OnBadRow, refuseBadRows } from "./bad-rows";
import { fileProblem } from "./file-problem";
import { readPromptBatches } from "./prompt-batches";
import { readPromptRows } from "./read-prompt-rows";

/**
 * A user's own prompts, by the file's extension: `.txt` a prompt a line (blank lines are passed over), `.csv` with a
 * header and a `prompt` column (also Arena-55k), `.jsonl` with a `prompt` field or the `messages` of a chat log. UTF-8
 * or UTF-16, any line ends.
 *
 * @param onBadRow hears of each row that holds no usable prompt, and by default throws.
 * @returns at least one prompt, in the file's order, as written.
 * @throws RoutingError that says what is wrong with the file, and in which line.
 */
export async function readPrompts(path: string, onBadRow: OnBadRow = refuseBadRows): Promise<string[]> {
  if (!/^\.(txt|csv|jsonl)$/i.test(extname(path))) {
    throw fileProblem({ name: path, problem: "is of no known kind; it must end in .txt, .csv or .jsonl" });
  }
  const prompts: string[] = [];
  const onProblem = ({ line, message }: { line: number; message: string }) =>
    onBadRow(new RoutingError({ code: "invalid_data", parameter: path, message: `${path}, line ${line}: ${message}` }));
  const column = await columnOf(path);
  for await (const { prompt } of readPromptRows({ path, name: path, column, onProblem })) prompts.push(prompt);
  if (prompts.length > 0) return prompts;
  throw fileProblem({ name: path, problem: "holds no prompt; at least one is needed" });
}

/** A script gets the column that it wrote, never one that is guessed: `prompt`, or the messages of a chat log. */
async function columnOf(path: string): Promise<string | null> {
  for await (const { table } of readPromptBatches({ path, name: path })) {
    if (table.format === "text") return null;
    if (table.column !== null && /(^|\.)messages$/.test(table.column)) return table.column;
    break;
  }
  return "prompt";
}
