import "server-only";
import { join } from "node:path";
import { type LabelBalance, labelBalance, tableBalance } from "@/lib/datasets/label-balance";
import { type DataFile, openDataFolder } from "@/lib/datasets/open-data-folder";
import { readBattles } from "@/lib/datasets/read-battles";
import { readCorrectnessBenchmark, readMtBench } from "@/lib/datasets/read-benchmark";
import { readGoldenTable } from "@/lib/datasets/read-golden-table";
import { PAPER_PAIR } from "@/lib/domain/model-pair";
import {
  COMPARED_BENCHMARKS,
  type ComparedBenchmark,
  PUBLISHED_SIMILARITY,
  type PublishedSimilarity,
} from "@/lib/explorer/published-similarity";
import { createRandom } from "@/lib/math/seeded-random";
import { type Coverage, measureCoverage } from "./benchmark-similarity";
import { type LoadedData, readTrainingData } from "./read-training-data";

/** Whether a file holds battles, outcomes of many models, or the benchmark itself. */
type FileKind = "battles" | "golden" | "benchmark";

/** One file of a data folder, counted. */
export type FileReport = Pick<DataFile, "name" | "path" | "use" | "licence" | "source"> & {
  readonly kind: FileKind;
  readonly rows: number;
  /** Distinct prompts. */
  readonly prompts: number;
  readonly models: readonly string[];
  /** Rows by language; empty where the file does not say. */
  readonly languages: Readonly<Record<string, number>>;
  /**
   * Battles: models A and B as the file names them. Golden tables: every pair of models on every question, A being the
   * better one of the whole table. Benchmarks: A is the strong model, B the weak one.
   */
  readonly labels: LabelBalance;
  /** Rows that the file itself marks as benchmark questions; in a benchmark, as contaminated. */
  readonly flagged: number;
  /** Rows found beyond these to be copies of a benchmark question; null where nothing is trained on. */
  readonly copies: number | null;
  /** Rows that training takes. */
  readonly rowsUsed: number;
};

/** A benchmark's similarity to what is trained on, in three steps, beside the paper's. */
export type SimilarityReport = {
  readonly benchmark: ComparedBenchmark;
  /** Its questions that are neither contaminated nor trained on. */
  readonly questions: number;
  /** To the battles alone. */
  readonly battles: number;
  /** To the battles, the golden tables and this project's own prompts. */
  readonly withTables: number;
  /** To all training data: also the sampled MMLU questions. */
  readonly withBenchmarkRows: number;
  readonly nearest: Coverage["nearest"];
  readonly published: PublishedSimilarity;
};

export type DataReport = {
  readonly files: readonly FileReport[];
  /** Distinct prompts that the check found, by what gave them away, and the rows flagged by their source. */
  readonly contamination: LoadedData["contamination"];
  readonly similarity: { readonly representation: string; readonly benchmarks: readonly SimilarityReport[] };
};

/** What a similarity is measured with; it decides the level, so it stands beside every figure. */
const REPRESENTATION = "hashed tf-idf of word 1-2-grams and character 3-5-grams";

/** The seed whose sample of MMLU questions is left out of the benchmark, as in `train --seed 1`. */
const SAMPLE_SEED = 1001;

/**
 * Counts every file of a data folder, looks for benchmark questions in the training data exactly as training does, and
 * measures how similar the benchmarks are to what is left.
 * @param options.report hears of each step as it begins and of the share of the whole that is then done.
 * @throws RoutingError on a folder that training could not use either.
 */
export async function reportData(options: {
  directory: string;
  report: (step: string, share: number) => void;
}): Promise<DataReport> {
  const { directory, report } = options;
  report("leaving benchmark questions out", 0);
  const loaded = await readTrainingData({ directory, pair: PAPER_PAIR, random: createRandom(SAMPLE_SEED) });
  report("counting rows", 0.15);
  const files = await countFiles(directory, loaded);
  report("comparing benchmarks with training data", 0.2);
  const benchmarks = compareBenchmarks(loaded, (share) =>
    report("comparing benchmarks with training data", 0.2 + 0.8 * share),
  );
  return {
    files,
    contamination: loaded.contamination,
    similarity: { representation: REPRESENTATION, benchmarks },
  };
}

async function countFiles(directory: string, loaded: LoadedData): Promise<FileReport[]> {
  const folder = await openDataFolder(directory);
  const rowsUsed = new Map(loaded.datasets.map((dataset) => [dataset.path, dataset.rowsUsed]));
  const kinds = [
    ...folder.battles.map((file) => ({ file, read: countBattles })),
    ...folder.golden.map((file) => ({ file, read: countGoldenTable })),
    ...folder.benchmarks.map((file) => ({ file, read: countBenchmark })),
  ];
  const reports: FileReport[] = [];
  for (const { file, read } of kinds) {
    const { name, path, use, licence, source } = file;
    const counts = await read(join(directory, path), name);
    const used = rowsUsed.get(path) ?? 0;
    const copies = use === "evaluate" ? null : counts.rows - counts.flagged - used;
    reports.push({ name, path, use, licence, source, ...counts, copies, rowsUsed: used });
  }
  return reports;
}

type FileCounts = Omit<FileReport, "name" | "path" | "use" | "licence" | "source" | "copies" | "rowsUsed">;

async function countBattles(path: string, name: string): Promise<FileCounts> {
  const rows = await readBattles(path, name);
  const languages: Record<string, number> = {};
  for (const { language } of rows) {
    if (language !== undefined) languages[language] = (languages[language] ?? 0) + 1;
  }
  return {
    kind: "battles",
    ...countRows(rows),
    models: distinct(rows.flatMap(({ modelA, modelB }) => [modelA, modelB])),
    languages,
    labels: labelBalance(rows.map(({ outcome }) => outcome)),
  };
}

async function countGoldenTable(path: string): Promise<FileCounts> {
  const rows = await readGoldenTable(path);
  const models = distinct(rows.flatMap(({ scores }) => [...scores.keys()]));
  return { kind: "golden", ...countRows(rows), models, languages: {}, labels: tableBalance(rows) };
}

async function countBenchmark(path: string, name: string): Promise<FileCounts> {
  const read = name === "mt-bench" ? readMtBench : readCorrectnessBenchmark;
  const rows = await read(path, PAPER_PAIR);
  return {
    kind: "benchmark",
    ...countRows(rows.map(({ prompt, contaminated }) => ({ prompt, flagged: contaminated }))),
    models: [PAPER_PAIR.strong, PAPER_PAIR.weak],
    languages: {},
    labels: labelBalance(rows.map(({ strong, weak }) => (1 + Math.sign(strong - weak)) / 2)),
  };
}

const countRows = (rows: readonly { readonly prompt: string; readonly flagged: boolean }[]) => ({
  rows: rows.length,
  prompts: new Set(rows.map(({ prompt }) => prompt)).size,
  flagged: rows.filter(({ flagged }) => flagged).length,
});

const distinct = (names: readonly string[]): string[] => [...new Set(names)].sort();

function compareBenchmarks(loaded: LoadedData, report: (share: number) => void): SimilarityReport[] {
  const { training, benchmarks, trained } = loaded;
  const isTrained = new Set(trained);
  const questions = {
    ...benchmarks,
    mmlu: benchmarks.mmlu.filter((_, index) => !isTrained.has(index)),
  };
  const promptsOf = (rows: readonly { readonly prompt: string }[]) => rows.map(({ prompt }) => prompt);
  const coverage = measureCoverage({
    stages: [
      [...training.battles].map(([name, battles]) => ({ name, prompts: promptsOf(battles) })),
      [
        ...training.tables.map(({ name, rows }) => ({ name, prompts: promptsOf(rows) })),
        { name: "written for this project", prompts: promptsOf(training.written) },
      ],
      [{ name: "sampled MMLU questions", prompts: promptsOf(training.pairRows) }],
    ],
    benchmarks: COMPARED_BENCHMARKS.map((name) => ({ name, prompts: promptsOf(questions[name]) })),
    report,
  });
  return COMPARED_BENCHMARKS.map((benchmark, index) => {
    const { similarities = [], nearest = [] } = coverage[index] ?? {};
    const [battles = 0, withTables = 0, withBenchmarkRows = 0] = similarities;
    return {
      benchmark,
      questions: questions[benchmark].length,
      battles,
      withTables,
      withBenchmarkRows,
      nearest,
      published: PUBLISHED_SIMILARITY[benchmark],
    };
  });
}
