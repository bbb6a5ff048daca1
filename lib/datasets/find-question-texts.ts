import { access } from "node:fs/promises";
import { join } from "node:path";
import { questionLineSchema } from "@/lib/schemas/files/raw-question";
import { readJsonLines } from "./read-json-lines";
import { readQuestionTexts } from "./read-question-texts";

/**
 * A benchmark's question texts by id, from whatever a data folder has: its own `benchmarks/<name>.jsonl.gz`, or else what
 * `data fetch benchmarks` brought into `raw/`.
 * @returns an empty map if there is neither, or no such folder.
 * @throws RoutingError that names a file that cannot be used.
 */
export async function findQuestionTexts(
  directory: string,
  benchmark: "mmlu" | "gsm8k" | "mt-bench",
): Promise<ReadonlyMap<string, string>> {
  // The comment keeps Next's file tracer from taking this for a read of the whole project.
  const path = join(/* turbopackIgnore: true */ directory, "benchmarks", `${benchmark}.jsonl.gz`);
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (!isThere) return readQuestionTexts(directory, benchmark);
  const lines = await readJsonLines(path, questionLineSchema);
  return new Map(lines.map((line) => [line.id, "turns" in line ? line.turns[0] : line.prompt]));
}
