import { formatPercent, formatThreshold, formatWinRate } from "@/lib/view/shared/format";
import type { Verdict } from "@/lib/view/shared/verdict";

/** At which α, and at which target share, a prompt changes sides. */
export function flipInWords({ winRate, threshold, choice, flipShare }: Verdict): string {
  const now = `α is ${formatThreshold(threshold)} now, so it goes to the ${choice} model`;
  const alpha = `It goes to the strong model as long as α is at most its win rate, ${formatWinRate(winRate)}`;
  if (flipShare === null) return `${alpha}; ${now}, whatever the target share.`;
  if (flipShare === 0) return `${alpha}, at any target share; ${now}.`;
  return `${alpha}, which is so from a target share of ${formatPercent(flipShare)} on; ${now}.`;
}
