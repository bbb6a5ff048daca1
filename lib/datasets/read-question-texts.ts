import { readdir, readFile } from "node:fs/promises";
import { CsvError, parse } from "csv-parse/sync";
import { rawFilePath } from "@/lib/datasets/sources/raw-file-path";
import type { BenchmarkId } from "@/lib/domain/benchmark";
import { RoutingError } from "@/lib/domain/routing-error";
import { rawQuestionSchema, rawTurnsSchema } from "@/lib/schemas/files/raw-question";
import { readJsonLines } from "./read-json-lines";

/**
 * The question texts that `data fetch benchmarks` brought into a data folder, by the ids that the benchmark files and
 * the artifacts use: `mmlu-<subject>-<row>`, `gsm8k-<row>` (rows from 0, in the order of the public file) and
 * `mt-bench-<question_id>` (its first turn, the one that is routed).
 * @returns an empty map if nothing was fetched; of MMLU, the subjects that are there.
 * @throws RoutingError that names a file not in the public layout.
 */
export async function readQuestionTexts(
  directory: string,
  benchmark: BenchmarkId,
): Promise<ReadonlyMap<string, string>> {
  const folder = benchmark === "mmlu-audited" ? "mmlu" : benchmark;
  const names = await readdir(rawFilePath({ directory, benchmark: folder, file: "" })).catch((): string[] => []);
  const texts = new Map<string, string>();
  for (const name of names.sort()) {
    const id = QUESTION_IDS[folder](name);
    if (id === undefined) continue;
    const path = rawFilePath({ directory, benchmark: folder, file: name });
    const questions = name.endsWith(".jsonl") ? await readTurns(path) : await readPromptColumn(path);
    questions.forEach(({ text, key }) => {
      texts.set(`${id}-${key}`, text);
    });
  }
  return texts;
}

/** By benchmark: what the ids of a public file's questions begin with; undefined for any other file. */
const QUESTION_IDS: Readonly<Record<Exclude<BenchmarkId, "mmlu-audited">, (name: string) => string | undefined>> = {
  mmlu: (name) => {
    const subject = /^mmlu_(\w+)\.csv$/.exec(name)?.[1];
    return subject === undefined ? undefined : `mmlu-${subject}`;
  },
  gsm8k: (name) => (name === "gsm8k_responses.csv" ? "gsm8k" : undefined),
  "mt-bench": (name) => (name === "question.jsonl" ? "mt-bench" : undefined),
};

type Question = { readonly key: number; readonly text: string };

async function readTurns(path: string): Promise<Question[]> {
  const lines = await readJsonLines(path, rawTurnsSchema);
  return lines.map(({ question_id, turns }) => ({ key: question_id, text: turns[0] }));
}

async function readPromptColumn(path: string): Promise<Question[]> {
  const rows = parseCsv(path, await readFile(path, "utf8"));
  return rows.map((row, key) => {
    const parsed = rawQuestionSchema.safeParse(row);
    if (!parsed.success) throw unusable(path, "it has no prompt column");
    return { key, text: parsed.data.prompt };
  });
}

function parseCsv(path: string, text: string): unknown[] {
  try {
    return parse(text, { columns: true, bom: true, skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unusable(path, error.message.replace(/\.$/, ""));
  }
}

const unusable = (path: string, fault: string) =>
  new RoutingError({
    code: "invalid_data",
    parameter: path,
    message: `${path}: ${fault}; delete the file and run data fetch benchmarks again.`,
  });
