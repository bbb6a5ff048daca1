import type { Choice } from "@/lib/domain/decide";
import type { RouterId } from "@/lib/domain/router-id";
import type { QuestionTable } from "./question-table";

/** One question of a category as one router routes it at one threshold. Scores are in the benchmark's own unit. */
export type QuestionRow = {
  readonly id: string;
  readonly winRate: number;
  readonly choice: Choice;
  readonly strong: number;
  readonly weak: number;
  /** What came of the choice. */
  readonly verdict: Verdict;
};

/**
 * `missed`: the weak model was called though the strong one did better. `wasted`: the strong one was called though the
 * weak one did as well or better. `fitting`: neither.
 */
export type Verdict = "missed" | "wasted" | "fitting";

/** @returns the questions of one category in the table's order; none if there is no such category. */
export function questionRows({
  table,
  router,
  category,
  threshold,
}: {
  readonly table: QuestionTable;
  readonly router: RouterId;
  readonly category: string;
  readonly threshold: number;
}): readonly QuestionRow[] {
  const wanted = table.categories.indexOf(category);
  const winRates = table.winRates[router];
  return table.ids.flatMap((id, row) => {
    if (table.category[row] !== wanted) return [];
    const winRate = winRates[row] ?? 0;
    const [strong, weak] = [table.strong[row] ?? 0, table.weak[row] ?? 0];
    // As in `decide`; the threshold may be Infinity here, the all-weak end of a curve.
    const choice = winRate >= threshold ? "strong" : "weak";
    return { id, winRate, choice, strong, weak, verdict: verdictOf(choice, strong - weak) };
  });
}

function verdictOf(choice: Choice, gain: number): Verdict {
  if (choice === "weak") return gain > 0 ? "missed" : "fitting";
  return gain > 0 ? "fitting" : "wasted";
}
