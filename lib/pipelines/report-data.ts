import { labelBalance, tableBalance } from "@/lib/datasets/label-balance";
import type { OnBadRow } from "@/lib/datasets/prompts/bad-rows";
import { readBattles } from "@/lib/datasets/read-battles";
import { readCorrectnessBenchmark, readMtBench } from "@/lib/datasets/read-benchmark";
import { readGoldenTable } from "@/lib/datasets/read-golden-table";
import { openDataFolder } from "@/lib/datasets/sources/open-data-folder";
import { PAPER_PAIR } from "@/lib/domain/model-pair";
import { createRandom } from "@/lib/math/seeded-random";
import type { DataReport, FileReport, SimilarityReport } from "@/lib/schemas/artifacts/data-report-artifact";
import { COMPARED_BENCHMARKS } from "@/lib/view/shared/published-similarity";
import { measureCoverage } from "./benchmark-similarity";
import { type LoadedData, readTrainingData } from "./read-training-data";

/** What a similarity is measured with; it decides the level, so it stands beside every figure. */
const REPRESENTATION = "hashed tf-idf of word 1-2-grams and character 3-5-grams";

/** Questions of a large benchmark that are compared, evenly spread: the mean of so many is sure to ± .01. */
const MOST_QUESTIONS = 1500;

/** The seed whose sample of MMLU questions is left out of the benchmark, as in `train --seed 1`. */
const SAMPLE_SEED = 1001;

/**
 * Reads a data folder exactly as training does, and reports what is in it.
 * @param options.onBadRow hears of each malformed row; without it the first one ends the reading.
 * @param options.report hears of each step as it begins and of the share of the whole that is then done.
 * @throws RoutingError on a folder that training could not use either.
 */
export async function reportData(options: {
  directory: string;
  onBadRow?: OnBadRow;
  report: (step: string, share: number) => void;
}): Promise<DataReport> {
  const { directory, report, ...reading } = options;
  report("leaving benchmark questions out", 0);
  const loaded = await readTrainingData({ directory, pair: PAPER_PAIR, random: createRandom(SAMPLE_SEED), ...reading });
  const step = "comparing benchmarks with training data";
  report(step, 0.2);
  return describeData({ directory, loaded, ...reading, report: (share) => report(step, 0.2 + 0.8 * share) });
}

/**
 * Counts every file of a data folder, with what was found of benchmark questions in the training data, and measures how
 * similar the benchmarks are to what is left.
 * @param options.report hears the share of the work that is done.
 */
export async function describeData(options: {
  directory: string;
  /** Files of battles on top of the folder's. */
  battleFiles?: readonly string[];
  loaded: LoadedData;
  onBadRow?: OnBadRow;
  report: (share: number) => void;
}): Promise<DataReport> {
  const { loaded, report } = options;
  return {
    files: await countFiles(options),
    contamination: loaded.contamination,
    similarity: { representation: REPRESENTATION, benchmarks: compareBenchmarks(loaded, report) },
  };
}

async function countFiles(options: {
  directory: string;
  /** Files of battles on top of the folder's. */
  battleFiles?: readonly string[];
  loaded: LoadedData;
  onBadRow?: OnBadRow;
}): Promise<FileReport[]> {
  const { directory, loaded, onBadRow } = options;
  const folder = await openDataFolder(directory, options.battleFiles);
  const rowsUsed = new Map(loaded.datasets.map((dataset) => [dataset.path, dataset.rowsUsed]));
  const kinds = [
    ...folder.battles.map((file) => ({ file, read: countBattles })),
    ...folder.golden.map((file) => ({ file, read: countGoldenTable })),
    ...folder.benchmarks.map((file) => ({ file, read: countBenchmark })),
  ];
  const reports: FileReport[] = [];
  for (const { file, read } of kinds) {
    const { name, path, use, licence, source } = file;
    const counts = await read({ path: file.file, name, onBadRow });
    const used = rowsUsed.get(path) ?? 0;
    const copies = use === "evaluate" ? null : counts.rows - counts.flagged - used;
    reports.push({ name, path, use, licence, source, ...counts, copies, rowsUsed: used });
  }
  return reports;
}

type FileCounts = Omit<FileReport, "name" | "path" | "use" | "licence" | "source" | "copies" | "rowsUsed">;

type Reading = { readonly path: string; readonly name: string; readonly onBadRow: OnBadRow | undefined };

async function countBattles({ path, name, onBadRow }: Reading): Promise<FileCounts> {
  const rows = await readBattles(path, name, onBadRow);
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

async function countGoldenTable({ path, onBadRow }: Reading): Promise<FileCounts> {
  const rows = await readGoldenTable(path, onBadRow);
  const models = distinct(rows.flatMap(({ scores }) => [...scores.keys()]));
  return { kind: "golden", ...countRows(rows), models, languages: {}, labels: tableBalance(rows) };
}

async function countBenchmark({ path, name, onBadRow }: Reading): Promise<FileCounts> {
  const read = name === "mt-bench" ? readMtBench : readCorrectnessBenchmark;
  const rows = await read(path, PAPER_PAIR, onBadRow);
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
    mmlu: evenly(benchmarks.mmlu.filter((_, index) => !isTrained.has(index))),
    gsm8k: evenly(benchmarks.gsm8k),
    "mt-bench": evenly(benchmarks["mt-bench"]),
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
      nearest: [...nearest],
    };
  });
}

const evenly = <Row>(rows: readonly Row[]): readonly Row[] => {
  const step = Math.max(1, rows.length / MOST_QUESTIONS);
  return rows.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
};
