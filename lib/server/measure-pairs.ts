import "server-only";
import { normalizePrompt } from "@/lib/datasets/normalize-prompt";
import { type PairQuestion, readPairTable } from "@/lib/datasets/read-pair-table";
import { PAIR_TABLE_IDS, type PairTableId } from "@/lib/domain/pair-table";
import { RoutingError } from "@/lib/domain/routing-error";
import { createRandom } from "@/lib/math/seeded-random";
import { artifactManifestSchema } from "@/lib/schemas/artifact-manifest";
import type { PairOutcomes } from "@/lib/schemas/pair-outcomes";
import type { PairScores } from "@/lib/schemas/pair-scores";
import { MANIFEST_PATH } from "@/lib/storage/check-artifacts";
import { readArtifact } from "@/lib/storage/read-artifact";
import { readBenchmarkArtifact } from "@/lib/storage/read-benchmark-artifact";
import { createContaminationCheck } from "./contamination-check";
import { packPairOutcomes } from "./pack-pair-outcomes";
import { createPairScorer } from "./pair-scorer";
import { type LoadedData, readTrainingData } from "./read-training-data";
import { weightsDigest } from "./weights-digest";

/** By path below the measurements. */
export type PairFiles = Readonly<Record<string, PairOutcomes | PairScores>>;

/**
 * Tables of many models' outcomes, and what the shipped routers say of those of their questions that no router learned
 * from. What was learned from is found by reading the training data as training did, with the artifacts' own seed.
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
  report("reading what the routers were trained on");
  const random = createRandom(manifest.seed * 1000 + 1);
  const loaded = await readTrainingData({ directory: dataDirectory, pair: manifest.pair, random });
  await assertTrainedOn(directory, loaded);
  report("preparing the search for copies of it");
  const isLearned = findLearned(loaded);
  const scorer = await createPairScorer(directory, manifest.pair);
  const files: Record<string, PairOutcomes | PairScores> = {};
  for (const table of PAIR_TABLE_IDS) {
    const golden = await readPairTable(dataDirectory, table);
    const source = table === "gsm8k" ? { ...golden, questions: asBenchmark(golden.questions, loaded) } : golden;
    report(`${table}: looking for questions that were not learned from`);
    const verdicts = isLearned(table, source.questions);
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

/** The artifacts say which MMLU rows they were trained on; another folder, or another version of it, gives others. */
async function assertTrainedOn(directory: string, { trained }: LoadedData): Promise<void> {
  const artifact = await readBenchmarkArtifact(directory, "mmlu");
  if (JSON.stringify(artifact.trained) === JSON.stringify(trained)) return;
  throw new RoutingError({
    code: "invalid_data",
    parameter: "--data",
    message:
      "The data folder is not the one that the artifacts were trained on: training would take other rows of MMLU from it. Name that folder, or train anew.",
  });
}

/** The table's questions under the benchmark's own ids, by their text; without those that the benchmark leaves out. */
function asBenchmark(questions: readonly PairQuestion[], { benchmarks }: LoadedData): readonly PairQuestion[] {
  const ids = new Map(benchmarks.gsm8k.map(({ id, prompt }) => [normalizePrompt(prompt), id]));
  return questions.flatMap((question) => {
    const id = ids.get(normalizePrompt(question.prompt));
    return id === undefined ? [] : { ...question, id };
  });
}

type Verdict = "unseen" | "trained" | "copy";

/** For each question of a table: was it trained on, or is it a copy of something that was? */
function findLearned({ training }: LoadedData) {
  const { tables, battles, pairRows, written } = training;
  const learned = [...tables.flatMap(({ rows }) => rows), ...[...battles.values()].flat(), ...pairRows, ...written].map(
    ({ prompt }) => prompt,
  );
  const check = createContaminationCheck([...new Set(learned)]);
  return (
    table: PairTableId,
    questions: readonly { readonly id: string; readonly prompt: string }[],
  ): readonly Verdict[] => {
    const used = new Set(tables.find(({ name }) => name.startsWith(table))?.rows.map(({ id }) => id));
    const others = questions.filter(({ id }) => !used.has(id)).map((row) => ({ ...row, flagged: false }));
    const clean = new Set(check.keepClean(others).map(({ id }) => id));
    return questions.map(({ id }) => (used.has(id) ? "trained" : clean.has(id) ? "unseen" : "copy"));
  };
}
