import { costPerPrompt, type MoneyModel } from "@/lib/calibration/money";
import type { RouterId } from "@/lib/domain/router-id";
import { type RegretTally, sumTallies, tallyRegret } from "@/lib/evaluation/regret";
import { formatPercent } from "@/lib/view/shared/format";
import { brushedRows, type WinRateRange } from "./brush";
import type { QuestionTable } from "./question-table";

/** What a category contributes to regret. Shares are of the category's own questions. */
export type RegretRow = {
  readonly category: string;
  readonly questions: number;
  readonly lost: number;
  readonly wasted: number;
  readonly worse: number;
  /** Mean score by which the category falls short of the better answer of each question. */
  readonly shortfall: number;
};

export type RegretView = {
  readonly total: RegretTally;
  /** In the order of the categories, without those that have no question. */
  readonly rows: readonly RegretRow[];
};

/** @param options.range only questions with these win rates; null for all of them. */
export function regretView(options: {
  readonly table: QuestionTable;
  readonly router: RouterId;
  readonly threshold: number;
  readonly range: WinRateRange | null;
}): RegretView {
  const { table, router, threshold, range } = options;
  const tallies = tallyRegret({
    outcomes: { winRates: table.winRates[router], strong: table.strong, weak: table.weak, group: table.category },
    groups: table.categories.length,
    threshold,
    ...(range === null
      ? {}
      : { rows: brushedRows({ table, router, threshold, brush: { category: null, regret: null, range } }) }),
  });
  return {
    total: sumTallies(tallies),
    rows: tallies.flatMap(({ questions, lost, wasted, worse, lostScore, worseScore }, index) =>
      questions === 0
        ? []
        : {
            category: table.categories[index] ?? "",
            questions,
            lost: lost / questions,
            wasted: wasted / questions,
            worse: worse / questions,
            shortfall: (lostScore + worseScore) / questions,
          },
    ),
  };
}

/** Dollars a month for strong calls that bought nothing better, over what the weak model would have cost for them. */
export function regrettedMoney(total: RegretTally, money: MoneyModel): number {
  if (total.questions === 0) return 0;
  const extra = costPerPrompt(money, 1) - costPerPrompt(money, 0);
  return ((total.wasted + total.worse) / total.questions) * extra * money.promptsPerMonth;
}

/** The finding over the regret view. */
export function regretFinding(
  { questions, strongCalls, lost, wasted, worse, lostScore, worseScore }: RegretTally,
  { routerLabel, formatGap }: { readonly routerLabel: string; readonly formatGap: (gap: number) => string },
): string {
  if (questions === 0) return "No question of this kind.";
  const shortfall = (lostScore + worseScore) / questions;
  if (shortfall === 0 && wasted === 0) return `${routerLabel} regrets nothing here.`;
  const missed = `Whoever knew both answers would score ${formatGap(shortfall)} more: ${formatGap(lostScore / questions)} were lost by asking the weak model, ${formatGap(worseScore / questions)} by asking the strong one where the weak one is better.`;
  if (strongCalls === 0) return `${missed} No strong call is made, so none is wasted.`;
  const idle = formatPercent((wasted + worse) / strongCalls);
  const weakCalls = questions - strongCalls;
  const apt = weakCalls === 0 ? "" : ` ${formatPercent(1 - lost / weakCalls)} of the weak calls were right to make.`;
  return `${missed} ${idle} of ${routerLabel}'s strong calls buy nothing better.${apt}`;
}
