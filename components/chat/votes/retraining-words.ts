import { BENCHMARK_IDS, BENCHMARK_INFO } from "@/lib/domain/benchmark";
import { LEAST_HELD_OUT_PROMPTS } from "@/lib/evaluation/compare-on-votes";
import type { RetrainingComparison, RetrainingStatus } from "@/lib/schemas/web/retraining-state";
import { formatCount } from "@/lib/view/shared/format";

type RouterComparison = RetrainingComparison["routers"]["mf"];

const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(3)}`;

/** What held-out votes say about a router, in one sentence. */
export function verdictInWords({ onVotes }: RouterComparison): string {
  const { verdict, prompts, logLoss } = onVotes;
  if (verdict === "too few") {
    return `Too few votes to tell: ${formatCount(prompts)} held-out ${prompts === 1 ? "question" : "questions"}, and ${LEAST_HELD_OUT_PROMPTS} are the fewest that say anything.`;
  }
  const [low, high] = logLoss.interval ?? [logLoss.difference, logLoss.difference];
  const change = `log loss ${signed(logLoss.difference)} (95 % ${signed(low)} to ${signed(high)})`;
  if (verdict === "no difference") return `Held-out votes do not tell old and new apart: ${change}.`;
  return `${verdict === "better" ? "Better" : "Worse"} on votes it has not seen: ${change}.`;
}

/** Benchmarks on which the new figure lies outside the old one's interval; empty if there are none. */
export function benchmarksInWords({ benchmarks }: RouterComparison): string {
  const moved = (sign: 1 | -1): string[] =>
    BENCHMARK_IDS.filter((id) => {
      const { old, new: fresh } = benchmarks[id];
      return sign > 0 ? fresh.apgr > old.interval[1] : fresh.apgr < old.interval[0];
    }).map((id) => BENCHMARK_INFO[id].label);
  const [up, down] = [moved(1), moved(-1)];
  const list = (names: readonly string[]) => names.join(" and ");
  return [
    down.length === 0 ? "" : `It gives up quality on ${list(down)}.`,
    up.length === 0 ? "" : `It gains on ${list(up)}.`,
    up.length + down.length === 0 ? "On every benchmark it stays within the old interval." : "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** What there is to learn from, in one sentence or two. */
export function votesInWords({ votes, connected }: RetrainingStatus): string {
  const { usable, needed, simulated, others } = votes;
  const left = [
    simulated === 0 ? "" : `${formatCount(simulated)} on simulated answers`,
    others === 0 ? "" : `${formatCount(others)} on other models`,
  ].filter((words) => words !== "");
  const leftOut = left.length === 0 ? "" : ` Left out: ${left.join(", ")}.`;
  if (!connected) {
    return `Simulated models answer here, and no router learns from votes on made-up answers: connect two real models first (ROUTELLM_STRONG_MODEL and ROUTELLM_WEAK_MODEL).${leftOut}`;
  }
  const have = `${formatCount(usable)} real ${usable === 1 ? "vote" : "votes"} on the two connected models`;
  if (usable >= needed)
    return `${have}; the votes on one question in five are held out to judge the result by.${leftOut}`;
  return `${have}; training starts from ${formatCount(needed)}, so that some ${LEAST_HELD_OUT_PROMPTS} questions can be held out, the fewest that tell old from new.${leftOut}`;
}
