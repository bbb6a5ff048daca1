import { type MoneyModel, monthlyCost } from "@/lib/calibration/money";
import { compareDecisions, type DecisionChanges } from "@/lib/evaluation/compare-decisions";
import { sumTallies, tallyRegret } from "@/lib/evaluation/regret";
import { formatCount, formatCounted, formatPercent } from "@/lib/view/shared/format";
import type { BenchmarkAnalysis } from "./analysis";
import { type Pin, type PinnedPoint, pinnedPoint } from "./pin";

/** One side of a comparison on the opened benchmark. */
export type ComparedPoint = PinnedPoint & {
  readonly pin: Pin;
  /** Dollars; null where a price is not known. */
  readonly monthly: number | null;
  /** Counts of questions. */
  readonly lost: number;
  readonly wasted: number;
  readonly worse: number;
};

export type PointComparison = {
  readonly a: ComparedPoint;
  readonly b: ComparedPoint;
  readonly changes: DecisionChanges;
};

/** Two pinned points, question by question. */
export function comparePoints(
  analysis: BenchmarkAnalysis,
  pins: { readonly a: Pin; readonly b: Pin },
  money: MoneyModel | null,
): PointComparison {
  const { table } = analysis;
  const { strong, weak, category } = table;
  const side = (pin: Pin): ComparedPoint => {
    const point = pinnedPoint(analysis, pin);
    const outcomes = { winRates: table.winRates[pin.router], strong, weak, group: category };
    const { lost, wasted, worse } = sumTallies(
      tallyRegret({ outcomes, groups: table.categories.length, threshold: pin.threshold }),
    );
    return {
      ...point,
      pin,
      monthly: money === null ? null : monthlyCost(money, point.strongShare),
      lost,
      wasted,
      worse,
    };
  };
  const decider = ({ router, threshold }: Pin) => ({ winRates: table.winRates[router], threshold });
  return {
    a: side(pins.a),
    b: side(pins.b),
    changes: compareDecisions({ a: decider(pins.a), b: decider(pins.b), strong, weak }),
  };
}

/** The comparison in sentences. */
export function comparisonFinding({ a, b, changes }: PointComparison, questions: number): string {
  const changed = changes.rows.length;
  if (changed === 0) return "A and B send every question to the same model.";
  const sides = `${formatCount(changed)} of ${formatCounted(questions, "question")} change sides (${formatPercent(changed / questions, 1)}): ${formatCount(changes.toStrong)} go to the strong model only under B, ${formatCount(changes.toWeak)} only under A.`;
  const effect = ` B answers ${formatCount(changes.better)} of them better and ${formatCount(changes.worse)} worse; on ${formatCount(changes.same)} both models do the same.`;
  if (a.strongShare === b.strongShare) return `${sides}${effect}`;
  const dearer = b.strongShare > a.strongShare ? "B" : "A";
  return `${sides}${effect} ${dearer} makes ${formatPercent(Math.abs(b.strongShare - a.strongShare), 1)} more strong calls.`;
}
