import type { WeighedBattle } from "@/lib/domain/router-explanation";
import { formatPercent } from "@/lib/view/shared/format";

/** Who won a battle, on what evidence. */
export function battleInWords({ modelA, modelB, outcome, evidence }: WeighedBattle): string {
  if (evidence === "expected") return `${modelA} expected to beat ${modelB} in ${formatPercent(outcome)} of answers`;
  if (outcome === 0.5) return `${modelA} and ${modelB} tied`;
  const [winner, loser] = outcome > 0.5 ? [modelA, modelB] : [modelB, modelA];
  return `${winner} beat ${loser}`;
}

/** What the evidence of a battle is, in a few words. */
export const EVIDENCE_LABELS: Readonly<Record<WeighedBattle["evidence"], string>> = {
  answers: "both answered",
  expected: "expected in training",
  votes: "judge’s vote",
};
