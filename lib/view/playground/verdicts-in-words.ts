import { ROUTER_INFO } from "@/lib/domain/router-id";
import { formatPercent, formatWinRate } from "@/lib/view/shared/format";
import type { Verdict } from "@/lib/view/shared/verdict";

const labelOf = (verdict: Verdict): string => ROUTER_INFO[verdict.routerId].label;

/** "0.0941", or words for what would be written 0.0000. */
const distance = ({ margin }: Verdict): string =>
  Math.abs(margin) < 0.00005 ? "less than 0.0001" : formatWinRate(Math.abs(margin));

const listInWords = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

const shortOf = (verdict: Verdict): string => `${labelOf(verdict)} is ${distance(verdict)} short of its α`;
const above = (verdict: Verdict): string => `${labelOf(verdict)} is ${distance(verdict)} above its α`;

const positionOf = (verdict: Verdict): string => (verdict.choice === "strong" ? above(verdict) : shortOf(verdict));

type Disagreement = {
  readonly sure: readonly Verdict[];
  readonly short: readonly Verdict[];
  readonly closest: Verdict;
};

function flip(verdict: Verdict): string {
  if (verdict.flipShare === null) return "keeps to its fixed α at any target share";
  const share = formatPercent(verdict.flipShare);
  return verdict.choice === "weak"
    ? `would flip to strong at ${share} strong calls`
    : `turns weak below ${share} strong calls`;
}

const closestOf = (verdicts: readonly Verdict[]): Verdict | undefined =>
  verdicts.toSorted((a, b) => Math.abs(a.margin) - Math.abs(b.margin))[0];

function describeLearned(learned: readonly Verdict[]): string {
  const [first] = learned;
  const closest = closestOf(learned);
  if (first === undefined || closest === undefined) return "No learned router has scored this prompt.";
  const short = learned.filter(({ choice }) => choice === "weak");
  const sure = learned.filter(({ choice }) => choice === "strong");
  if (learned.length === 1) return `${labelOf(first)} says ${first.choice}: it ${flip(first)}.`;
  if (short.length > 0 && sure.length > 0) return describeDisagreement({ sure, short, closest });
  const everyone = learned.length === 2 ? "Both" : `All ${learned.length}`;
  return `${everyone} learned routers say ${first.choice}. ${describeClosest(closest)}`;
}

/** Of two, both are described; of more, the one that stands alone, or else who says strong and the closest call. */
function describeDisagreement({ sure, short, closest }: Disagreement): string {
  if (sure.length === 1 && short.length === 1) {
    const flips = short.map((verdict) => `${labelOf(verdict)} ${flip(verdict)}`);
    return `The learned routers disagree: ${listInWords([...sure.map(above), ...short.map(shortOf)])}. ${listInWords(flips)}.`;
  }
  const verb = sure.length === 1 ? "says" : "say";
  const opening = `${sure.length} of ${sure.length + short.length} learned routers ${verb} strong`;
  const [alone, ...others] = sure.length < short.length ? sure : short;
  if (alone !== undefined && others.length === 0) return `${opening}: ${positionOf(alone)} and ${flip(alone)}.`;
  return `${opening}: ${listInWords(sure.map(labelOf))}. ${describeClosest(closest)}`;
}

const describeClosest = (closest: Verdict): string => `The closest call: ${positionOf(closest)} and ${flip(closest)}.`;

function describeLength(length: Verdict, learned: readonly Verdict[]): string {
  const alone = learned.every(({ choice }) => choice !== length.choice);
  return ` Prompt length alone would say ${length.choice}${alone ? " instead" : ""}.`;
}

type Options = {
  /** In the order in which routers are shown. */
  readonly verdicts: readonly Verdict[];
  /** The target share the verdicts were made for, in [0, 1]. */
  readonly strongShare: number;
};

/** What the routers agree and disagree on, who is how short, and at which target share that would change. */
export function verdictsInWords({ verdicts, strongShare }: Options): string {
  const allFollow = verdicts.every(({ flipShare }) => flipShare !== null);
  if (strongShare === 0 && allFollow)
    return "At a target of 0\u00a0% every prompt goes to the weak model, whatever its win rate.";
  if (strongShare === 1 && allFollow)
    return "At a target of 100\u00a0% every prompt goes to the strong model, whatever its win rate.";
  const learned = verdicts.filter(({ routerId }) => !ROUTER_INFO[routerId].baseline);
  const length = verdicts.find(({ routerId }) => routerId === "length");
  return `${describeLearned(learned)}${length === undefined ? "" : describeLength(length, learned)}`;
}
