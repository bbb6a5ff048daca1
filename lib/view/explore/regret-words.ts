import type { ChoiceVerdict, Regret } from "@/lib/evaluation/regret";
import { categoryLabel } from "@/lib/view/shared/category-label";
import type { WinRateRange } from "./brush";

/** A regret in two words, and what it is. */
export const REGRET_WORDS: Readonly<Record<Regret, { readonly label: string; readonly explanation: string }>> = {
  lost: { label: "Lost quality", explanation: "Sent to weak, strong did better" },
  wasted: { label: "Wasted money", explanation: "Sent to strong, weak did as well" },
  worse: { label: "Weak is better", explanation: "Sent to strong, weak did better" },
};

/** What came of a choice, after the choice itself. */
export const verdictWords = (verdict: ChoiceVerdict): string =>
  verdict === "fitting" ? "Nothing to regret" : REGRET_WORDS[verdict].explanation;

export const rangeWords = ({ from, to }: WinRateRange): string => `win rates ${from.toFixed(3)} to ${to.toFixed(3)}`;

/** What a brush picks, as a title: "Marketing · lost quality · win rates 0.550 to 0.600". */
export function brushWords(brush: {
  readonly category: string | null;
  readonly regret: Regret | null;
  readonly range: WinRateRange | null;
}): string {
  const parts = [
    brush.category === null ? null : categoryLabel(brush.category),
    brush.regret === null ? null : REGRET_WORDS[brush.regret].label.toLowerCase(),
    brush.range === null ? null : rangeWords(brush.range),
  ];
  return parts.filter((part) => part !== null).join(" · ");
}
