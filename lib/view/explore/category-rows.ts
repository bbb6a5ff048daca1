import type { RouterId } from "@/lib/domain/router-id";
import type { QuestionTable } from "./question-table";

/** How one category of questions is routed at one threshold. Scores are in the benchmark's own unit. */
export type CategoryRow = {
  readonly category: string;
  readonly questions: number;
  /** Share of the category's questions that go to the strong model. */
  readonly strongShare: number;
  /** Mean score of the routed answers. */
  readonly score: number;
  /** What the strong model adds over the weak one on this category, whoever answers. */
  readonly gain: number;
  readonly meanWinRate: number;
};

/** Sums over a category that no threshold changes: computed once a benchmark and router. */
export type CategorySums = {
  readonly names: readonly string[];
  readonly questions: Float64Array;
  readonly winRate: Float64Array;
  readonly strong: Float64Array;
  readonly weak: Float64Array;
};

/** @returns per-category sums over the questions of `table`; categories without a question keep zeros. */
export function categorySums(table: QuestionTable, router: RouterId): CategorySums {
  const size = table.categories.length;
  const sums = {
    names: table.categories,
    questions: new Float64Array(size),
    winRate: new Float64Array(size),
    strong: new Float64Array(size),
    weak: new Float64Array(size),
  };
  const winRates = table.winRates[router];
  table.category.forEach((category, row) => {
    sums.questions[category] = (sums.questions[category] ?? 0) + 1;
    sums.winRate[category] = (sums.winRate[category] ?? 0) + (winRates[row] ?? 0);
    sums.strong[category] = (sums.strong[category] ?? 0) + (table.strong[row] ?? 0);
    sums.weak[category] = (sums.weak[category] ?? 0) + (table.weak[row] ?? 0);
  });
  return sums;
}

/**
 * One pass over the questions: those that reach the threshold go to the strong model (ties too, as in `decide`).
 * `threshold` may be Infinity, the all-weak end of a curve.
 * @returns rows in the order of the categories, without those that have no question.
 */
export function categoryRows({
  table,
  router,
  sums,
  threshold,
}: {
  readonly table: QuestionTable;
  readonly router: RouterId;
  readonly sums: CategorySums;
  readonly threshold: number;
}): readonly CategoryRow[] {
  const winRates = table.winRates[router];
  const { category, strong, weak } = table;
  const strongCalls = new Float64Array(sums.names.length);
  const score = new Float64Array(sums.names.length);
  for (let row = 0; row < category.length; row++) {
    const index = category[row] ?? 0;
    const toStrong = (winRates[row] ?? 0) >= threshold;
    if (toStrong) strongCalls[index] = (strongCalls[index] ?? 0) + 1;
    score[index] = (score[index] ?? 0) + ((toStrong ? strong[row] : weak[row]) ?? 0);
  }
  return sums.names.flatMap((name, index) => {
    const questions = sums.questions[index] ?? 0;
    if (questions === 0) return [];
    return [
      {
        category: name,
        questions,
        strongShare: (strongCalls[index] ?? 0) / questions,
        score: (score[index] ?? 0) / questions,
        gain: ((sums.strong[index] ?? 0) - (sums.weak[index] ?? 0)) / questions,
        meanWinRate: (sums.winRate[index] ?? 0) / questions,
      },
    ];
  });
}
