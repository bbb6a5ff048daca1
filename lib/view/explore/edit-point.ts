import { type MoneyModel, monthlyCost, shareForBudget } from "@/lib/calibration/money";
import { formatDollars } from "@/lib/domain/dollars";
import { type Curve, curvePoint, endScores } from "@/lib/evaluation/curve";
import { shareForScore } from "@/lib/evaluation/curve-at";
import { lowerBound, upperBound } from "@/lib/math/sorted-search";
import { formatPercent } from "@/lib/view/shared/format";
import { shareAtThreshold } from "./selected-point";

/** Where the slider goes when one of its other faces is edited. */
export type PointEdit = {
  /** The new target share of strong calls. */
  readonly targetShare: number;
  /** The α that was asked for, or the one that gives what was asked for. */
  readonly threshold: number;
  /** One sentence where the wish is out of reach and the nearest reachable value was taken; else null. */
  readonly note: string | null;
};

/** What an edit is read against. */
export type PointEditContext = {
  readonly curve: Curve;
  /** Ascending win rates that α is calibrated on. */
  readonly sample: Float64Array;
  readonly routerLabel: string;
  readonly benchmarkLabel: string;
  readonly formatScore: (score: number) => string;
};

function aimAt({ sample }: PointEditContext, threshold: number, note: string | null): PointEdit {
  return { targetShare: threshold >= 1 ? 0 : shareAtThreshold(sample, threshold), threshold, note };
}

/** α was typed in. */
export function editThreshold(context: PointEditContext, threshold: number): PointEdit {
  const reachable = Math.min(1, Math.max(0, threshold));
  const note = reachable === threshold ? null : `α is a win rate and lies between 0 and 1; ${reachable} is set.`;
  return aimAt(context, reachable, note);
}

/** The curve's point with the best score; of several the one with the fewest strong calls. */
function bestPoint(curve: Curve) {
  let best = 0;
  curve.scores.forEach((score, index) => {
    if (score > (curve.scores[best] as number)) best = index;
  });
  return curvePoint(curve, best);
}

/** Scores this close are one score: sums in another order differ by less. */
const ROUNDING = 1e-9;

/** A quality was typed in, in the benchmark's own unit: the fewest strong calls that reach it. */
export function editScore(context: PointEditContext, score: number): PointEdit {
  const { curve, routerLabel, benchmarkLabel, formatScore } = context;
  const { weak } = endScores(curve);
  if (score < weak - ROUNDING) {
    const note = `The weak model alone already reaches ${formatScore(weak)} on ${benchmarkLabel}; no strong calls are set.`;
    return aimAt(context, 1, note);
  }
  const share = shareForScore(curve, score - ROUNDING);
  if (share === null) {
    const best = bestPoint(curve);
    const note = `${routerLabel} never reaches ${formatScore(score)} on ${benchmarkLabel}; its best is set: ${formatScore(best.score)} at ${formatPercent(best.strongShare, 1)} strong calls.`;
    return aimAt(context, best.threshold, note);
  }
  // The share lies on a straight line between two points; the upper one is the first whose score is really enough.
  return aimAt(context, curvePoint(curve, lowerBound(curve.strongShares, share - ROUNDING)).threshold, null);
}

/** A share of the gap between the two models (PGR) was typed in. */
export function editRecovered(context: PointEditContext, recovered: number): PointEdit {
  const { weak, strong } = endScores(context.curve);
  return editScore(context, weak + recovered * (strong - weak));
}

const ALL_STRONG = { targetShare: 1, threshold: 0 } as const;
const NONE_STRONG = { targetShare: 0, threshold: 1 } as const;

/** A share worked out from a budget comes back this near to the one that the budget was worked out from. */
const SHARE_ROUNDING = 1e-12;

/** A monthly budget in dollars was typed in: the most strong calls that it pays for on this benchmark's prompts. */
export function editBudget(context: PointEditContext, money: MoneyModel, budget: number): PointEdit {
  const [weak, strong] = [monthlyCost(money, 0), monthlyCost(money, 1)];
  if (strong <= weak) {
    return {
      ...ALL_STRONG,
      note: "At these prices the strong model costs no more than the weak one, so every call goes to it.",
    };
  }
  const cents = 0.005;
  const share = shareForBudget(money, Math.abs(budget - weak) <= cents ? Math.max(budget, weak) : budget);
  if (share === null) {
    return { ...NONE_STRONG, note: `Even without a strong call a month costs ${formatDollars(weak)}; none are set.` };
  }
  if (budget > strong + cents) {
    return { ...ALL_STRONG, note: `With only strong calls a month costs ${formatDollars(strong)}; all are set.` };
  }
  if (share === 1) return { ...ALL_STRONG, note: null };
  // The last point within the budget, not the nearest: that one may cost more.
  const last = upperBound(context.curve.strongShares, share + SHARE_ROUNDING) - 1;
  return aimAt(context, curvePoint(context.curve, last).threshold, null);
}
