import type { PromptOrigin } from "@/lib/domain/router-explanation";
import type { TrainingData } from "./training-data";
import { problemText } from "./word-problem-sources";

/** Data set of the questions that the pair itself answered. */
const PAIR_SOURCE = "mmlu";

/** Name of the prompts written for this project; a row's id is its place in the list. */
export const WRITTEN_SOURCE = "written-prompts";

/**
 * Finds the row that a training prompt came from, by its text. One that several sets hold is named by the first of: the
 * pair's questions, battles, prompts written here, tables (whole, or without the frame around a word problem).
 */
export function promptOrigins(data: TrainingData): ReadonlyMap<string, PromptOrigin> {
  const origins = new Map<string, PromptOrigin>();
  const add = (prompt: string, source: string, id: string): void => {
    if (!origins.has(prompt)) origins.set(prompt, { source, id });
  };
  for (const { prompt, id } of data.pairRows) add(prompt, PAIR_SOURCE, id);
  for (const { prompt, source, id } of [...data.battles.values()].flat()) add(prompt, source, id);
  for (const [index, { prompt }] of data.written.entries()) add(prompt, WRITTEN_SOURCE, String(index));
  for (const { name, rows } of data.tables) for (const { prompt, id } of rows) add(prompt, name, id);
  for (const { name, rows } of data.tables) for (const { prompt, id } of rows) add(problemText(prompt), name, id);
  return origins;
}
