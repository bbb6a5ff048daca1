import { RoutingError } from "@/lib/domain/routing-error";
import type { CalibrationTable } from "./calibration-table";
import { type MoneyModel, requestCost } from "./money";

/** A router's table on a sample, and how many rows that has: a scoring run's result, or a part of it. */
export type CalibratedSample = { readonly table: CalibrationTable; readonly rows: number; readonly heldOut: number };

/** What a month costs; prompt lengths are the sample's own, so the model has no mean of them. */
export type SamplePrices = Omit<MoneyModel, "inputTokens">;

/** What a target costs a month, in dollars, beside everything at one model. */
export type MonthlyCosts = { readonly expected: number; readonly allStrong: number; readonly allWeak: number };

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
 * @throws RoutingError if a price, the volume or the answers' length is negative or no number.
 */
export function monthlyCosts(sample: CalibratedSample, step: number, prices: SamplePrices): MonthlyCosts {
  checkPrices(prices);
  const costAt = (at: number): number => {
    const share = shareOfAllRows(sample, at);
    const { outputTokens } = prices;
    const strong = requestCost(prices.strong, { inputTokens: sample.table.strongTokens[at] ?? 0, outputTokens });
    const weak = requestCost(prices.weak, { inputTokens: sample.table.weakTokens[at] ?? 0, outputTokens });
    return prices.promptsPerMonth * (share * strong + (1 - share) * weak);
  };
  const { outputTokens, promptsPerMonth } = prices;
  const inputTokens = meanTokens(sample);
  return {
    expected: costAt(step),
    allStrong: promptsPerMonth * requestCost(prices.strong, { inputTokens, outputTokens }),
    allWeak: promptsPerMonth * requestCost(prices.weak, { inputTokens, outputTokens }),
  };
}

/**
 * The largest target share of a table with all targets whose expected month is within `budget` dollars.
 *
 * @throws RoutingError if the budget or a price is negative or no number, or no share is cheap enough.
 */
export function planBudget(sample: CalibratedSample, budget: number, prices: SamplePrices): BudgetPlan {
  checkPrices(prices);
  check("budget", budget, "The budget a month must be a number of dollars from 0");
  for (let step = sample.table.thresholds.length - 1; step >= 0; step--) {
    const costs = monthlyCosts(sample, step, prices);
    // The last bits of a sum must not refuse a budget that was read off the same table.
    if (costs.expected > budget * (1 + 1e-12)) continue;
    const strongShare = step / (sample.table.thresholds.length - 1);
    return { ...costs, step, strongShare, paysForAll: strongShare === 1 };
  }
  const { expected, allStrong } = monthlyCosts(sample, 0, prices);
  throw new RoutingError({
    code: "invalid_argument",
    parameter: "budget",
    message: `A budget of ${dollars(budget)} a month pays for no share: ${prices.promptsPerMonth.toLocaleString("en-US")} prompts cost ${dollars(Math.min(expected, allStrong))} even where they cost least, and ${dollars(allStrong)} all at the strong model; raise the budget or lower the volume.`,
  });
}

const dollars = (amount: number): string =>
  `$${amount.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

function checkPrices({ strong, weak, outputTokens, promptsPerMonth }: SamplePrices): void {
  check("strongPrice", strong.inputPerMillion, "The strong model's price must be a number of dollars from 0");
  check("strongPrice", strong.outputPerMillion, "The strong model's price must be a number of dollars from 0");
  check("weakPrice", weak.inputPerMillion, "The weak model's price must be a number of dollars from 0");
  check("weakPrice", weak.outputPerMillion, "The weak model's price must be a number of dollars from 0");
  check("answerTokens", outputTokens, "The tokens of a mean answer must be a number from 0");
  check("promptsPerMonth", promptsPerMonth, "The prompts a month must be a number from 0");
}

function check(parameter: string, value: number, rule: string): void {
  if (value >= 0 && value < Number.POSITIVE_INFINITY) return;
  throw new RoutingError({ code: "invalid_argument", parameter, message: `${rule}, but it was ${value}.` });
}
