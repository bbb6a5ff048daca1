import { formatDollars } from "@/lib/domain/dollars";
import { RoutingError } from "@/lib/domain/routing-error";
import type { CalibrationTable } from "./calibration-table";
import { checkAmount, checkPrices } from "./check-prices";
import { type MoneyModel, requestCost } from "./money";
import { shareInterval } from "./share-interval";

/** A router's table on a sample, and how many rows that has: a scoring run's result, or a part of it. */
export type CalibratedSample = { readonly table: CalibrationTable; readonly rows: number; readonly heldOut: number };

/** What a month costs; prompt lengths are the sample's own, so the model has no mean of them. */
export type SamplePrices = Omit<MoneyModel, "inputTokens">;

/** What a target costs a month, in dollars, beside everything at one model. */
export type MonthlyCosts = {
  readonly expected: number;
  /** What 19 of 20 months cost at least and at most; see {@link monthlyCosts}. */
  readonly interval: readonly [number, number];
  readonly allStrong: number;
  readonly allWeak: number;
};

/** What of a month a budget is to hold: its mean, which half of all months exceed, or its upper end, which 1 of 40 does. */
export const KEPT = ["mean", "upper"] as const;
export type Kept = (typeof KEPT)[number];

/** The target that a budget pays for. */
export type BudgetPlan = MonthlyCosts & {
  /** Index of the table: target share × 1,000. */
  readonly step: number;
  readonly strongShare: number;
  /** The budget pays for every prompt at the strong model; a larger one changes nothing. */
  readonly paysForAll: boolean;
};

/** Share of all rows, held out or not, that reach the threshold of a target. */
export function shareOfAllRows({ table, rows, heldOut }: CalibratedSample, step: number): number {
  const strong = (table.shares[step] ?? Number.NaN) * (rows - heldOut) + (table.heldOutShares[step] ?? 0) * heldOut;
  return strong / rows;
}

/** Mean tokens of all rows. */
export function meanTokens(sample: CalibratedSample): number {
  const share = shareOfAllRows(sample, 0);
  return (
    share * (sample.table.strongTokens[0] ?? Number.NaN) + (1 - share) * (sample.table.weakTokens[0] ?? Number.NaN)
  );
}

/**
 * Dollars a month if the month's prompts are like the sample's. A router sends longer prompts to strong than to weak, or
 * shorter ones, so each model is charged for the mean length of the very rows it gets, not for the sample's mean: with s
 * the share and N the prompts a month, N · (s · cost of a strong request + (1 − s) · cost of a weak one).
 *
 * The share of a month is not that of the sample: the interval is what its 95 % range costs (share-interval, for a batch
 * of N), which holds both how little a sample says of all prompts and how one month differs from another. Lengths are
 * taken to stay as they are in the sample.
 *
 * @throws RoutingError if a price, the volume or the answers' length is negative or no number.
 */
export function monthlyCosts(sample: CalibratedSample, step: number, prices: SamplePrices): MonthlyCosts {
  checkPrices(prices);
  const { outputTokens, promptsPerMonth } = prices;
  const inputTokens = meanTokens(sample);
  const costOf = costOfShare(sample, step, prices);
  const expected = costOf(shareOfAllRows(sample, step));
  const ends = monthlyShares(sample, step, promptsPerMonth).map(costOf);
  return {
    expected,
    interval: [Math.min(...ends, expected), Math.max(...ends, expected)],
    allStrong: promptsPerMonth * requestCost(prices.strong, { inputTokens, outputTokens }),
    allWeak: promptsPerMonth * requestCost(prices.weak, { inputTokens, outputTokens }),
  };
}

/** What a month costs in which a given share of the prompts goes to strong. */
function costOfShare(sample: CalibratedSample, step: number, prices: SamplePrices): (strongShare: number) => number {
  const { outputTokens, promptsPerMonth } = prices;
  const { strongTokens, weakTokens } = sample.table;
  const share = shareOfAllRows(sample, step);
  // Rows that are not there are taken to be as long as the sample's mean.
  const inputTokens = meanTokens(sample);
  const strong = requestCost(prices.strong, {
    inputTokens: share > 0 ? (strongTokens[step] ?? Number.NaN) : inputTokens,
    outputTokens,
  });
  const weak = requestCost(prices.weak, {
    inputTokens: share < 1 ? (weakTokens[step] ?? Number.NaN) : inputTokens,
    outputTokens,
  });
  return (strongShare) => promptsPerMonth * (strongShare * strong + (1 - strongShare) * weak);
}

/** 95 % range of the strong share of a month; a share that the target promises is certain. */
function monthlyShares({ table, rows, heldOut }: CalibratedSample, step: number, promptsPerMonth: number): number[] {
  const at = (column: readonly number[]): number => column[step] ?? Number.NaN;
  if (at(table.thresholds) === 0) return [1, 1];
  if (at(table.thresholds) === 1 && at(table.shareHigh) === 0) return [0, 0];
  const sampleSize = rows - heldOut;
  const strongCount = Math.round(at(table.shares) * sampleSize);
  const newPrompts = Math.max(1, Math.round(promptsPerMonth));
  return [...shareInterval({ strongCount, sampleSize, newPrompts })];
}

/**
 * The largest target share of a table with all targets whose month is within `budget` dollars.
 *
 * @param keep what of the month: its mean, or the upper end of its range, so that 39 of 40 months are within.
 * @throws RoutingError if the budget or a price is negative or no number, or no share is cheap enough.
 */
export function planBudget(
  sample: CalibratedSample,
  budget: number,
  prices: SamplePrices & { readonly keep?: Kept },
): BudgetPlan {
  const { keep = "mean" } = prices;
  checkPrices(prices);
  checkAmount("budget", budget, "The budget a month must be a number of dollars from 0");
  // The last bits of a sum must not refuse a budget that was read off the same table.
  const most = budget * (1 + 1e-12);
  for (let step = sample.table.thresholds.length - 1; step >= 0; step--) {
    // The range takes longer to work out than the mean, which is never above its end.
    if (costOfShare(sample, step, prices)(shareOfAllRows(sample, step)) > most) continue;
    const costs = monthlyCosts(sample, step, prices);
    if (keep === "upper" && costs.interval[1] > most) continue;
    const strongShare = step / (sample.table.thresholds.length - 1);
    return { ...costs, step, strongShare, paysForAll: strongShare === 1 };
  }
  const { expected, allStrong } = monthlyCosts(sample, 0, prices);
  throw new RoutingError({
    code: "invalid_argument",
    parameter: "budget",
    message: `A budget of ${formatDollars(budget)} a month pays for no share: ${prices.promptsPerMonth.toLocaleString("en-US")} prompts cost ${formatDollars(Math.min(expected, allStrong))} even where they cost least, and ${formatDollars(allStrong)} all at the strong model; raise the budget or lower the volume.`,
  });
}
