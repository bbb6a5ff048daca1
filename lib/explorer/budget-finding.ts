import type { BudgetPlan } from "@/lib/calibration/sample-budget";
import { formatDollars, formatPercent } from "./format";

/** What a budget pays for, in one sentence. */
export function budgetFinding(
  { strongShare, expected, allStrong, allWeak, paysForAll }: BudgetPlan,
  budget: number,
): string {
  if (paysForAll && expected < budget) {
    return `${formatDollars(budget)} a month is more than every prompt at the strong model costs (${formatDollars(allStrong)}): send them all there.`;
  }
  const saved = allStrong - expected;
  const saving = saved > 0 ? `, ${formatDollars(saved)} less than all at the strong model` : "";
  return `${formatDollars(budget)} a month pays for ${formatPercent(strongShare, 1)} strong calls: ${formatDollars(expected)} expected${saving}, against ${formatDollars(allWeak)} all at the weak one.`;
}
