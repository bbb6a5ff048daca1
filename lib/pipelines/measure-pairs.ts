import { join } from "node:path";
import { normalizePrompt } from "@/lib/datasets/normalize-prompt";
import { type BenchmarkQuestion, readCorrectnessBenchmark } from "@/lib/datasets/read-benchmark";
import { type PairQuestion, readPairTable } from "@/lib/datasets/read-pair-table";
import { PAIR_TABLE_IDS, PAIR_TABLE_INFO, type PairTableId } from "@/lib/domain/pair-table";
import { RoutingError } from "@/lib/domain/routing-error";
import { weightsDigest } from "@/lib/packing/weights-digest";
import { type ArtifactManifest, artifactManifestSchema } from "@/lib/schemas/artifacts/artifact-manifest";
import type { PairOutcomes } from "@/lib/schemas/artifacts/pair-outcomes-artifact";
import type { PairScores } from "@/lib/schemas/artifacts/pair-scores-artifact";
import { MANIFEST_PATH } from "@/lib/storage/check-artifacts";
import { readArtifact } from "@/lib/storage/read-artifact";
import { readBenchmarkArtifact } from "@/lib/storage/read-benchmark-artifact";
import { createContaminationCheck } from "./contamination-check";
import { packPairOutcomes } from "./pack-pair-outcomes";
import { createPairScorer } from "./pair-scorer";

/** By path below the measurements. */
export type PairFiles = Readonly<Record<string, PairOutcomes | PairScores>>;

/**
 * Tables of many models' outcomes, and what the shipped routers say of those of their questions that no router learned
 * from. Training takes a table's rows but for those that their source flags as benchmark questions and those that the
 * manifest lists as copies of one; of the benchmarks it takes the MMLU rows that the artifact lists. What is left is
 * held against all of these once more, and copies are left out.
 * @param options.report hears of each step as it begins.
 * @throws RoutingError on unusable artifacts or data, or if the folder is not the one that was trained on.
 */
export async function measurePairs(options: {
  artifactsDirectory: string;
  dataDirectory: string;
  report: (step: string) => void;
}): Promise<PairFiles> {
  const { artifactsDirectory: directory, dataDirectory, report } = options;
  const manifest = await readArtifact({ directory, path: MANIFEST_PATH, schema: artifactManifestSchema });
  const benchmark = (name: "mmlu" | "gsm8k") =>
    readCorrectnessBenchmark(join(dataDirectory, "benchmarks", `${name}.jsonl.gz`), manifest.pair);
  report("reading the benchmarks");
  const sampled = await trainedPrompts(directory, await benchmark("mmlu"));
  const gsm8k = await benchmark("gsm8k");
  const scorer = await createPairScorer(directory, manifest.pair);
  const files: Record<string, PairOutcomes | PairScores> = {};
  for (const table of PAIR_TABLE_IDS) {
    const golden = await readPairTable(dataDirectory, table);
    const source = table === "gsm8k" ? { ...golden, questions: asBenchmark(golden.questions, gsm8k) } : golden;
    report(`${table}: looking for questions that were not learned from`);
    const verdicts = judge(source.questions, { used: usedIn(table, source.questions, manifest), sampled });
    const rows = verdicts.flatMap((verdict, row) => (verdict === "unseen" ? [row] : []));
    report(`${table}: scoring ${rows.length} of ${source.questions.length} questions`);
    files[`pairs/${table}-outcomes.json`] = packPairOutcomes(table, source);
    files[`pairs/${table}-scores.json`] = {
      ...(await scorer(rows.map((row) => source.questions[row]?.prompt ?? ""))),
      ...{ table, rows, pair: manifest.pair, weights: weightsDigest(manifest) },
      left: {
        trained: verdicts.filter((verdict) => verdict === "trained").length,
        copies: verdicts.filter((verdict) => verdict === "copy").length,
      },
    };
  }
  return files;
}

/** The prompts of MMLU that were trained on. */
async function trainedPrompts(directory: string, questions: readonly BenchmarkQuestion[]): Promise<readonly string[]> {
  const { ids, trained } = await readBenchmarkArtifact(directory, "mmlu");
  const wanted = new Set(trained.map((row) => ids[row]));
  return questions.filter(({ id }) => wanted.has(id)).map(({ prompt }) => prompt);
}

/**
 * Ids of a table's questions that training used. A copy's further rows, which the manifest does not list, count as used:
 * they are left out all the same.
 * @throws RoutingError if the manifest counts other rows: then the folder is not the one that was trained on.
 */
function usedIn(
  table: PairTableId,
  questions: readonly PairQuestion[],
  manifest: ArtifactManifest,
): ReadonlySet<string> {
  const path = `golden/${PAIR_TABLE_INFO[table].golden}.jsonl.gz`;
  const listed = manifest.datasets.find((dataset) => dataset.path === path);
  if (listed === undefined || listed.rowsUsed === 0) return new Set();
  const copies = new Set(manifest.contamination.copies);
  const used = questions.filter(({ id, flagged }) => !flagged && !copies.has(id));
  if (listed.rows === questions.length && used.length >= listed.rowsUsed) return new Set(used.map(({ id }) => id));
  throw new RoutingError({
    code: "invalid_data",
    parameter: "--data",
    message: `The data folder is not the one that the artifacts were trained on: its ${path} has ${questions.length} rows where they saw ${listed.rows}. Name that folder, or train anew.`,
  });
}

/** The table's questions under the benchmark's own ids, by their text; without those that the benchmark leaves out. */
function asBenchmark(
  questions: readonly PairQuestion[],
  benchmark: readonly BenchmarkQuestion[],
): readonly PairQuestion[] {
  const usable = benchmark.filter(({ contaminated }) => !contaminated);
  const ids = new Map(usable.map(({ id, prompt }) => [normalizePrompt(prompt), id]));
  return questions.flatMap((question) => {
    const id = ids.get(normalizePrompt(question.prompt));
    return id === undefined ? [] : { ...question, id };
  });
}

type Verdict = "unseen" | "trained" | "copy";

/** For each question of a table: was it trained on, or is it a copy of something that was? */
function judge(
  questions: readonly PairQuestion[],
  { used, sampled }: { readonly used: ReadonlySet<string>; readonly sampled: readonly string[] },
): readonly Verdict[] {
  const learned = questions.filter(({ id }) => used.has(id)).map(({ prompt }) => prompt);
  const check = createContaminationCheck([...sampled, ...learned]);
  const others = questions.filter(({ id }) => !used.has(id)).map(({ id, prompt }) => ({ id, prompt, flagged: false }));
  const clean = new Set(check.keepClean(others).map(({ id }) => id));
  return questions.map(({ id }) => (used.has(id) ? "trained" : clean.has(id) ? "unseen" : "copy"));
}
