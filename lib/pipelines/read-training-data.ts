import { join } from "node:path";
import type { OnBadRow } from "@/lib/datasets/prompts/bad-rows";
import { readBattles } from "@/lib/datasets/read-battles";
import {
  type BenchmarkQuestion,
  type MtBenchQuestion,
  readCorrectnessBenchmark,
  readMtBench,
} from "@/lib/datasets/read-benchmark";
import { readGoldenTable } from "@/lib/datasets/read-golden-table";
import { samplePairRows } from "@/lib/datasets/sample-pair-rows";
import { type DataFile, type DataFolder, openDataFolder } from "@/lib/datasets/sources/open-data-folder";
import type { Battle } from "@/lib/domain/battle";
import type { ModelPair } from "@/lib/domain/model-pair";
import type { GoldenTable, TrainingData } from "@/lib/training/sources/training-data";
import { WRITTEN_PROMPTS } from "@/lib/training/written-prompts/written-prompts";
import { type Contamination, createContaminationCheck } from "./contamination-check";

/** Benchmark rows that training may use: the paper's golden augmentation used about as many. */
const PAIR_ROWS = 1500;

/** Rows of one file: how many there are, and how many training kept. */
type DatasetUse = Omit<DataFile, "file"> & { readonly rowsUsed: number };

/** What a data folder gives: training data without a trace of the benchmarks, and the benchmarks. */
export type LoadedData = {
  readonly training: TrainingData;
  readonly benchmarks: {
    readonly mmlu: readonly BenchmarkQuestion[];
    readonly gsm8k: readonly BenchmarkQuestion[];
    readonly "mt-bench": readonly MtBenchQuestion[];
  };
  /** MT-Bench judge scores of every turn of all its questions, contaminated ones too, by model or router name. */
  readonly mtBenchTurns: ReadonlyMap<string, readonly number[]>;
  /** Indices into `benchmarks.mmlu` of the questions that were used in training, and of their copies. */
  readonly trained: readonly number[];
  readonly datasets: readonly DatasetUse[];
  readonly contamination: Contamination;
};

/**
 * Reads everything and leaves out of training what is flagged or found to be a benchmark question.
 * @param options.onBadRow hears of each malformed row; without it the first one ends the reading.
 */
export async function readTrainingData(options: {
  directory: string;
  /** Files of battles on top of the folder's. */
  battleFiles?: readonly string[];
  pair: ModelPair;
  random: () => number;
  onBadRow?: OnBadRow;
}): Promise<LoadedData> {
  const { onBadRow } = options;
  const folder = await openDataFolder(options.directory, options.battleFiles);
  const { benchmarks, mtBenchTurns } = await readBenchmarks({ folder, pair: options.pair, onBadRow });
  const all = [...benchmarks.mmlu, ...benchmarks.gsm8k, ...benchmarks["mt-bench"]];
  const check = createContaminationCheck(all.map(({ prompt }) => prompt));
  const datasets: DatasetUse[] = [];
  const trainable = (file: DataFile) => file.use !== "evaluate";

  const tables: GoldenTable[] = [];
  for (const file of folder.golden.filter(trainable)) {
    const rows = await readGoldenTable(file.file, onBadRow);
    const kept = check.keepClean(rows);
    tables.push({ name: file.name, rows: kept });
    datasets.push({ ...file, rows: rows.length, rowsUsed: kept.length });
  }
  const battles = new Map<string, readonly Battle[]>();
  for (const file of folder.battles.filter(trainable)) {
    const rows = await readBattles(file.file, file.name, onBadRow);
    const kept = check.keepClean(rows);
    battles.set(file.name, kept);
    datasets.push({ ...file, rows: rows.length, rowsUsed: kept.length });
  }
  // Of a small benchmark no more than half: a router measured on what it was trained on tells nothing.
  const size = Math.min(PAIR_ROWS, Math.floor(benchmarks.mmlu.length / 2));
  const sampled = samplePairRows({ questions: benchmarks.mmlu, size, random: options.random });
  const pairRows = sampled.flatMap((index) => {
    const question = benchmarks.mmlu[index];
    if (question === undefined) return [];
    const { id, prompt, category, strong, weak } = question;
    return { id, prompt, subject: category, strong, weak };
  });
  return {
    training: { pair: options.pair, tables, battles, pairRows, written: WRITTEN_PROMPTS },
    benchmarks,
    mtBenchTurns,
    trained: withCopies(benchmarks.mmlu, sampled),
    datasets: [
      ...datasets,
      {
        name: "written-prompts",
        path: "lib/training/written-prompts",
        source: "written for this project; the labels are the authors' judgement",
        licence: "MIT",
        use: "train",
        rows: WRITTEN_PROMPTS.length,
        rowsUsed: WRITTEN_PROMPTS.length,
      },
      ...folder.benchmarks.map((file) => ({ ...file, rowsUsed: file.name === "mmlu" ? pairRows.length : 0 })),
    ],
    contamination: check.found,
  };
}

async function readBenchmarks(options: { folder: DataFolder; pair: ModelPair; onBadRow: OnBadRow | undefined }) {
  const { folder, pair, onBadRow } = options;
  const usable = <Question extends BenchmarkQuestion>(questions: readonly Question[]) =>
    questions.filter(({ contaminated }) => !contaminated);
  const path = (name: string) => join(folder.directory, "benchmarks", `${name}.jsonl.gz`);
  const mtBench = await readMtBench(path("mt-bench"), pair, onBadRow);
  const mtBenchTurns = new Map<string, number[]>();
  for (const [model, turns] of mtBench.flatMap(({ turnScores }) => [...turnScores])) {
    mtBenchTurns.set(model, [...(mtBenchTurns.get(model) ?? []), ...turns]);
  }
  const benchmarks = {
    mmlu: usable(await readCorrectnessBenchmark(path("mmlu"), pair, onBadRow)),
    gsm8k: usable(await readCorrectnessBenchmark(path("gsm8k"), pair, onBadRow)),
    "mt-bench": usable(mtBench),
  };
  return { benchmarks, mtBenchTurns };
}

/** The sampled questions and every other one that is a copy of one by the contamination check (MMLU repeats some). */
function withCopies(questions: readonly BenchmarkQuestion[], sampled: readonly number[]): number[] {
  const check = createContaminationCheck(sampled.flatMap((index) => questions[index]?.prompt ?? []));
  const rows = questions.map(({ id, prompt }, index) => ({ id, prompt, index, flagged: false }));
  const untouched = new Set(check.keepClean(rows).map(({ index }) => index));
  return rows.flatMap(({ index }) => (untouched.has(index) ? [] : index));
}
