import type { RouterId } from "@/lib/domain/router-id";
import { type Regret, verdictOf } from "@/lib/evaluation/regret";
import type { QuestionTable } from "./question-table";

/** Both ends inclusive, in [0, 1]. */
export type WinRateRange = { readonly from: number; readonly to: number };

/** What is picked out of all questions: null where nothing is asked. What is set must hold all at once. */
export type Brush = {
  readonly category: string | null;
  readonly regret: Regret | null;
  /** Of the selected router. */
  readonly range: WinRateRange | null;
};

export const NO_BRUSH: Brush = { category: null, regret: null, range: null };

export const isBrushed = ({ category, regret, range }: Brush): boolean =>
  category !== null || regret !== null || range !== null;

/**
 * One pass over the questions.
 * @param options.threshold may be Infinity, the all-weak end of a curve.
 * @returns ascending places in the table of the questions that the brush picks; none for an unknown category.
 */
export function brushedRows(options: {
  readonly table: QuestionTable;
  readonly router: RouterId;
  readonly threshold: number;
  readonly brush: Brush;
}): Int32Array {
  const { table, threshold, brush } = options;
  const winRates = table.winRates[options.router];
  const wanted = brush.category === null ? null : table.categories.indexOf(brush.category);
  const picked: number[] = [];
  for (let row = 0; row < table.questions; row++) {
    if (wanted !== null && table.category[row] !== wanted) continue;
    const winRate = winRates[row] ?? 0;
    if (brush.range !== null && (winRate < brush.range.from || winRate > brush.range.to)) continue;
    if (brush.regret !== null) {
      const gain = (table.strong[row] ?? 0) - (table.weak[row] ?? 0);
      if (verdictOf(winRate >= threshold ? "strong" : "weak", gain) !== brush.regret) continue;
    }
    picked.push(row);
  }
  return Int32Array.from(picked);
}

const RANGE = /^(\d?\.?\d+)-(\d?\.?\d+)$/;

/** "0.55-0.6" → its range; null unless both are win rates and the first is not above the second. */
export function parseRange(text: string): WinRateRange | null {
  const [, from = "", to = ""] = RANGE.exec(text) ?? [];
  const range = { from: Number(from), to: Number(to) };
  return from !== "" && range.from <= range.to && range.to <= 1 ? range : null;
}

const DECIMALS = 4;

export const formatRange = ({ from, to }: WinRateRange): string =>
  `${Number(from.toFixed(DECIMALS))}-${Number(to.toFixed(DECIMALS))}`;
