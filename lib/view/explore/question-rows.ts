import type { Choice } from "@/lib/domain/decide";
import type { RouterId } from "@/lib/domain/router-id";
import { type ChoiceVerdict, verdictOf } from "@/lib/evaluation/regret";
import type { QuestionTable } from "./question-table";

/** One question as one router routes it at one threshold. Scores are in the benchmark's own unit. */
export type QuestionRow = {
  /** Its place in the table. */
  readonly row: number;
  readonly id: string;
  readonly winRate: number;
  readonly choice: Choice;
  readonly strong: number;
  readonly weak: number;
  /** What came of the choice. */
  readonly verdict: ChoiceVerdict;
};

/**
 * @param options.rows places of questions in the table (see `brushedRows`).
 * @param options.threshold may be Infinity, the all-weak end of a curve.
 * @returns the questions in the order of `rows`.
 */
export function questionRows(options: {
  readonly table: QuestionTable;
  readonly router: RouterId;
  readonly rows: ArrayLike<number>;
  readonly threshold: number;
}): readonly QuestionRow[] {
  const { table, threshold } = options;
  const winRates = table.winRates[options.router];
  return Array.from(options.rows, (row) => {
    const winRate = winRates[row] ?? 0;
    const [strong, weak] = [table.strong[row] ?? 0, table.weak[row] ?? 0];
    // As in `decide`.
    const choice = winRate >= threshold ? "strong" : "weak";
    return { row, id: table.ids[row] ?? "", winRate, choice, strong, weak, verdict: verdictOf(choice, strong - weak) };
  });
}
