import type { Choice } from "@/lib/domain/decide";
import { formatDollars } from "@/lib/domain/dollars";
import { ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import { formatPercent, formatThreshold, formatWinRate } from "@/lib/view/shared/format";

/** How an answer came about, as far as it is told. */
export type RoutedAnswer = {
  readonly router: RouterId;
  readonly winRate: number;
  readonly threshold: number;
  /** Which model it was meant for. */
  readonly choice: Choice;
  readonly reason: "routed" | "kept" | "asked";
  /** Which one answered. */
  readonly answeredBy: Choice;
};

/** What an answer cost, and what its tokens would have cost at either model. */
export type BilledAnswer = { readonly cost: number; readonly alwaysStrong: number; readonly alwaysWeak: number };

/** One or two sentences on why this model answered. */
export function whyInWords({ router, winRate, threshold, choice, reason, answeredBy }: RoutedAnswer): string {
  const { label } = ROUTER_INFO[router];
  const reaches = winRate >= threshold;
  const figures = `win rate ${formatWinRate(winRate)} ${reaches ? "reaches" : "stays below"} α ${formatThreshold(threshold)}`;
  const fallback =
    answeredBy === choice ? "" : ` The ${choice} model gave no answer, so the ${answeredBy} one was asked instead.`;
  switch (reason) {
    case "routed":
      return `${label}: the ${figures}, so the ${choice} model was chosen.${fallback}`;
    case "kept":
      return `${label}: the first question’s ${figures}, and the conversation stays with the ${choice} model.${fallback}`;
    case "asked":
      return `You asked the ${choice} model yourself; ${label}’s ${figures}, which is for the ${reaches ? "strong" : "weak"} model.${fallback}`;
  }
}

/** Whom the router is for, whoever answered. */
export const wouldChooseInWords = ({ router, winRate, threshold }: RoutedAnswer): string =>
  `${ROUTER_INFO[router].label}’s win rate ${formatWinRate(winRate)} ${winRate >= threshold ? "reaches" : "stays below"} α ${formatThreshold(threshold)}: it would choose the ${winRate >= threshold ? "strong" : "weak"} model.`;

/** What an answer cost against the strong model, in words. */
export function savingInWords({ cost, alwaysStrong }: BilledAnswer): string {
  const saved = alwaysStrong - cost;
  if (alwaysStrong === 0) return "the strong model is free";
  if (saved === 0) return "the strong model’s price";
  if (saved < 0) return `${formatDollars(-saved)} more than at the strong model`;
  return `saves ${formatDollars(saved)} (${formatPercent(saved / alwaysStrong, 1)}) against the strong model`;
}
