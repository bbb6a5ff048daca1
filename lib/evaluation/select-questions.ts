import { type BenchmarkId, BROKEN_SUBJECT } from "@/lib/domain/benchmark";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { RouterId } from "@/lib/domain/router-id";

/** A benchmark as the artifacts hold it: columns over n questions. `BenchmarkArtifact` is one of these. */
export type BenchmarkColumns = {
  readonly categories: readonly string[];
  readonly ids: readonly string[];
  /** (n) index into `categories`. */
  readonly category: readonly number[];
  readonly strong: readonly number[];
  readonly weak: readonly number[];
  /** Indices of the questions whose outcomes were used in training. */
  readonly trained: readonly number[];
  readonly winRates: Readonly<Record<RouterId, readonly number[]>>;
};

/** Which questions of a benchmark count. */
export type QuestionChoice = {
  /** `mmlu-audited` leaves out the subject whose recorded outcomes are broken. */
  readonly benchmark: BenchmarkId;
  /**
   * `held-out` for routers trained here: what they were trained on is left out. `all` for somebody else's router, which has
   * seen none of it.
   */
  readonly rows: "held-out" | "all";
};

/**
 * The questions that count, in the benchmark's order.
 *
 * @returns columns over those questions, of which none is `trained` unless all rows were asked for.
 */
export function selectQuestions(columns: BenchmarkColumns, { benchmark, rows }: QuestionChoice): BenchmarkColumns {
  const trained = new Set(columns.trained);
  const broken = benchmark === "mmlu-audited" ? columns.categories.indexOf(BROKEN_SUBJECT) : -1;
  const kept: number[] = [];
  columns.ids.forEach((_, index) => {
    if (columns.category[index] !== broken && (rows === "all" || !trained.has(index))) kept.push(index);
  });
  const pick = <Value>(values: readonly Value[]): Value[] => kept.map((index) => values[index] as Value);
  const { winRates } = columns;
  return {
    categories: columns.categories,
    ids: pick(columns.ids),
    category: pick(columns.category),
    strong: pick(columns.strong),
    weak: pick(columns.weak),
    trained: kept.flatMap((index, position) => (trained.has(index) ? [position] : [])),
    winRates: forEveryRouter((router) => pick(winRates[router])),
  };
}
