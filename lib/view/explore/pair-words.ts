import { ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import { formatCount, formatCounted, formatPercent } from "@/lib/view/shared/format";
import type { PairContext } from "./pair-context";
import type { PairKnowledge } from "./pair-win-rates";

/** What a router does with the chosen pair, in a few words and in a sentence. */
export const KNOWLEDGE_WORDS: Readonly<Record<PairKnowledge, { readonly label: string; readonly sentence: string }>> = {
  knows: {
    label: "knows this pair",
    sentence: "It learned from battles of both models, and its win rates are this pair’s own.",
  },
  reversed: {
    label: "knows this pair, the other way round",
    sentence:
      "It learned from both models, but elsewhere the weak one did better: its win rates are this pair’s own and lie below ½, and its order of the questions may be turned round.",
  },
  mute: {
    label: "knows this pair, but not on such prompts",
    sentence:
      "It learned from both models, but from no battle that tells them apart on prompts like these: most questions get one and the same win rate.",
  },
  alike: {
    label: "transfers: takes both for equals",
    sentence:
      "It puts both models into one tier, which tells it nothing, so it asks as for the pair it was trained for.",
  },
  stranger: {
    label: "transfers: never met one of them",
    sentence: "One of the two was in none of its battles, so it asks as for the pair it was trained for.",
  },
  blind: {
    label: "transfers: never looks at the pair",
    sentence: "Its win rate depends on the prompt alone: whichever pair is chosen, it stays the same.",
  },
};

const isKnown = (knowledge: PairKnowledge): boolean => ["knows", "reversed", "mute"].includes(knowledge);

/** "SW ranking and Matrix factorization know this pair; BERT, … transfer." */
export function knowledgeFinding(knowledge: PairContext["knowledge"], routers: readonly RouterId[]): string {
  const names = (wanted: boolean) =>
    routers.filter((router) => isKnown(knowledge[router]) === wanted).map((router) => ROUTER_INFO[router].label);
  const [know, transfer] = [names(true), names(false)];
  const list = (labels: readonly string[]) => labels.join(", ").replace(/, ([^,]+)$/, " and $1");
  const verb = (labels: readonly string[], one: string, many: string) => (labels.length === 1 ? one : many);
  if (know.length === 0) return `No router knows this pair; all of them transfer what they learned from another.`;
  const knowing = `${list(know)} ${verb(know, "knows", "know")} this pair: another choice changes ${verb(know, "its", "their")} win rates.`;
  if (transfer.length === 0) return knowing;
  return `${knowing} ${list(transfer)} ${verb(transfer, "transfers", "transfer")}: ${verb(transfer, "its", "their")} win rates stay, only the outcomes change.`;
}

/** Whether there is anything to route between the two. `gapError` is the standard error of the gap. */
export function gapFinding(gap: number, gapError: number): string | null {
  if (gap < -1.96 * gapError) {
    return "The model called strong scores lower here than the one called weak: every strong call loses on average. Swap the two.";
  }
  if (gap < 1.96 * gapError) {
    return "The two models score too much alike to be told apart here: there is no gap to keep, and the figures below measure noise.";
  }
  return null;
}

/** Which questions these figures rest on. */
export function heldOutFinding({ table, notAsked }: PairContext, questions: number): string {
  const { trained, copies } = table.left;
  const left =
    trained === 0
      ? "No router was trained on any question of this table."
      : `The routers were trained on ${formatCount(trained)} of this table's questions, which are left out here, as ${copies === 1 ? "is" : "are"} ${formatCount(copies)} that resemble what they were trained on.`;
  const asked = notAsked === 0 ? "" : ` ${formatCount(notAsked)} more were not put to both models.`;
  return `${formatCounted(questions, "question")}. ${left}${asked}`;
}

/** The finding over a matrix of pairs. */
export function matrixFinding(options: {
  readonly routerLabel: string;
  readonly pairs: number;
  readonly measured: number;
  readonly meanApgr: number;
  readonly aboveHalf: number;
}): string {
  const { routerLabel, pairs, measured, meanApgr, aboveHalf } = options;
  const close = pairs - measured;
  const alike = `${formatCount(close)} of ${formatCount(pairs)} pairs score too much alike for routing to matter`;
  if (measured === 0) return `${alike}; none is left to measure ${routerLabel} on.`;
  return `${alike}. On the other ${formatCount(measured)} ${routerLabel} has a mean APGR of ${meanApgr.toFixed(3)}, and beats random on ${formatPercent(aboveHalf)} of them.`;
}
