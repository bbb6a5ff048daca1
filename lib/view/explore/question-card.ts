import type { Choice } from "@/lib/domain/decide";
import { ROUTER_IDS, type RouterId } from "@/lib/domain/router-id";
import { type ChoiceVerdict, verdictOf } from "@/lib/evaluation/regret";
import { lowerBound } from "@/lib/math/sorted-search";
import type { BenchmarkAnalysis } from "./analysis";

/** What one router makes of one question at its own α. */
type RouterOpinion = {
  readonly router: RouterId;
  readonly winRate: number;
  readonly threshold: number;
  readonly choice: Choice;
  readonly verdict: ChoiceVerdict;
  /** The share of strong calls on this benchmark from which on the question goes to the strong model. */
  readonly callShare: number;
};

/** All that is known of one question. */
export type QuestionCard = {
  readonly id: string;
  readonly category: string;
  readonly strong: number;
  readonly weak: number;
  readonly opinions: readonly RouterOpinion[];
};

/** @returns null if the table has no such question. */
export function questionCard(
  { table, routers }: BenchmarkAnalysis,
  id: string,
  thresholds: Readonly<Record<RouterId, number>>,
): QuestionCard | null {
  const row = table.ids.indexOf(id);
  if (row === -1) return null;
  const [strong, weak] = [table.strong[row] ?? 0, table.weak[row] ?? 0];
  return {
    ...{ id, strong, weak },
    category: table.categories[table.category[row] ?? 0] ?? "",
    opinions: ROUTER_IDS.map((router) => {
      const winRate = table.winRates[router][row] ?? 0;
      const threshold = thresholds[router];
      const { sortedWinRates } = routers[router];
      const choice = winRate >= threshold ? "strong" : "weak";
      return {
        ...{ router, winRate, threshold, choice },
        verdict: verdictOf(choice, strong - weak),
        callShare: 1 - lowerBound(sortedWinRates, winRate) / sortedWinRates.length,
      };
    }),
  };
}
