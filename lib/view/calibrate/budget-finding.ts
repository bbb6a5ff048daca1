import type { Kept, MonthlyCosts } from "@/lib/calibration/sample-budget";
import { formatDollars } from "@/lib/domain/dollars";
import { formatCounted, formatPercent } from "@/lib/view/shared/format";

/** What a month costs, how far that can be off, and at which volume. */
export function monthFinding({ expected, interval: [low, high] }: MonthlyCosts, promptsPerMonth: number): string {
  const volume = `at ${formatCounted(promptsPerMonth, "prompt")} a month`;
  if (formatDollars(low) === formatDollars(high)) return `Expected ${formatDollars(expected)}, ${volume}.`;
  return `Expected ${formatDollars(expected)}, between ${formatDollars(low)} and ${formatDollars(high)} in 19 of 20 months, ${volume} of these prompts' kind and length.`;
}

/** What a budget pays for and how surely, in one sentence. */
export function budgetFinding(
  { strongShare, expected, interval: [, high], allStrong }: MonthlyCosts & { readonly strongShare: number },
  { budget, keep }: { readonly budget: number; readonly keep: Kept },
): string {
  if (strongShare === 1 && expected < budget) {
    return `${formatDollars(budget)} a month is more than every prompt at the strong model costs (${formatDollars(allStrong)}): this α sends them all there.`;
  }
  const kept = keep === "upper" ? high : expected;
  // The last bits of a sum are no passing of the budget.
  if (kept > budget * (1 + 1e-9)) {
    const what = keep === "upper" ? "39 of 40 months cost up to" : "expected are";
    return `${formatDollars(budget)} a month does not pay for ${formatPercent(strongShare, 1)} strong calls at these prices: ${what} ${formatDollars(kept)}. Enter the budget again to aim at it.`;
  }
  const pays = `${formatDollars(budget)} a month pays for ${formatPercent(strongShare, 1)} strong calls`;
  if (keep === "upper") return `${pays} if 39 of 40 months are to keep to it.`;
  if (high <= budget) return `${pays}.`;
  return `${pays} on average: some months cost more, up to ${formatDollars(high)} in 39 of 40.`;
}
