import type { BenchmarkId, ViewId } from "@/lib/domain/benchmark";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { RouterId } from "@/lib/domain/router-id";
import { RoutingError } from "@/lib/domain/routing-error";
import { type BenchmarkColumns, selectQuestions } from "@/lib/evaluation/select-questions";
import type { PublishedPoint } from "@/lib/view/shared/published-figures";

/** A benchmark's file: its questions, the names of the two models, and what others published on it. */
export type BenchmarkFile = BenchmarkColumns & {
  readonly benchmark: ArtifactBenchmark;
  readonly strongModel: string;
  readonly weakModel: string;
  readonly publishedPoints: readonly PublishedPoint[];
};

/** The benchmarks that have a file of their own. */
export type ArtifactBenchmark = "mmlu" | "gsm8k" | "mt-bench";

/** The file that holds a benchmark's rows: the audited MMLU is MMLU with one subject left out. */
export const artifactOf = (benchmark: BenchmarkId): ArtifactBenchmark =>
  benchmark === "mmlu-audited" ? "mmlu" : benchmark;

/** The questions every figure of one benchmark rests on, as typed columns of length `questions`. */
export type QuestionTable = {
  readonly benchmark: ViewId;
  readonly strongModel: string;
  readonly weakModel: string;
  readonly questions: number;
  /** (n) */
  readonly ids: readonly string[];
  readonly categories: readonly string[];
  /** (n) index into `categories`. */
  readonly category: Uint16Array;
  readonly strong: Float64Array;
  readonly weak: Float64Array;
  readonly winRates: Readonly<Record<RouterId, Float64Array>>;
  /** Routers that others measured on this benchmark. */
  readonly publishedPoints: readonly PublishedPoint[];
};

/**
 * Held-out questions only: rows used in training are left out, and from the audited MMLU the broken subject.
 * @throws RoutingError if the file is another benchmark's or no question is left.
 */
export function questionTable(file: BenchmarkFile, benchmark: BenchmarkId): QuestionTable {
  const unusable = (message: string) =>
    new RoutingError({ code: "artifact_unusable", parameter: "benchmark", message });
  if (file.benchmark !== artifactOf(benchmark)) {
    throw unusable(`The file holds ${file.benchmark}, but ${artifactOf(benchmark)} was expected.`);
  }
  const { ids, category, strong, weak, winRates } = selectQuestions(file, { benchmark, rows: "held-out" });
  if (category.length === 0) {
    throw unusable(`No question of ${benchmark} is left to measure on; build the artifacts again.`);
  }
  return {
    benchmark,
    strongModel: file.strongModel,
    weakModel: file.weakModel,
    questions: category.length,
    ids,
    categories: file.categories,
    category: Uint16Array.from(category),
    strong: Float64Array.from(strong),
    weak: Float64Array.from(weak),
    publishedPoints: file.publishedPoints,
    winRates: forEveryRouter((router) => Float64Array.from(winRates[router])),
  };
}

/** The same table with the questions in these places alone. */
export function pickQuestions(table: QuestionTable, rows: ArrayLike<number>): QuestionTable {
  const pick = (column: Float64Array) => Float64Array.from(rows, (row) => column[row] ?? Number.NaN);
  return {
    ...table,
    questions: rows.length,
    ids: Array.from(rows, (row) => table.ids[row] ?? ""),
    category: Uint16Array.from(rows, (row) => table.category[row] ?? 0),
    strong: pick(table.strong),
    weak: pick(table.weak),
    winRates: forEveryRouter((router) => pick(table.winRates[router])),
  };
}
