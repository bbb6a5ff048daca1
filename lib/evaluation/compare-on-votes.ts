import { mean } from "@/lib/math/moments";
import { percentileInterval } from "./bootstrap-gap-recovered";
import { exactInterval } from "./exact-interval";
import { logLoss } from "./log-loss";

/** Fewer held-out prompts than this tell nothing: an exact interval on as many spans some 45 points. */
export const LEAST_HELD_OUT_PROMPTS = 20;

const RESAMPLES = 2000;

/** Vote for a side, and the win rate that a router gave its prompt. */
type Agreement = { readonly agreed: number; readonly share: number; readonly interval: readonly [number, number] };

/** One router before and after, on votes that neither has seen. */
export type VoteComparison = {
  readonly votes: number;
  readonly prompts: number;
  /** Votes for one of the two models. */
  readonly decided: number;
  /** How often the side of ½ that the win rate lies on was preferred; exact 95 % interval. Null without decided votes. */
  readonly agreement: { readonly old: Agreement; readonly new: Agreement } | null;
  /** Mean cross-entropy in nats a vote, ties as half a win; `difference` = new − old, with a bootstrap interval. */
  readonly logLoss: {
    readonly old: number;
    readonly new: number;
    readonly difference: number;
    readonly interval: readonly [number, number] | null;
  };
  /** Mean win rate of decided votes, beside how often strong was preferred, with its exact interval. */
  readonly calibration: {
    readonly old: number;
    readonly new: number;
    readonly observed: number;
    readonly interval: readonly [number, number];
  } | null;
  /** By the interval of the log loss; `too few` below LEAST_HELD_OUT_PROMPTS prompts. */
  readonly verdict: "better" | "worse" | "no difference" | "too few";
};

/**
 * Holds two routers to the same votes. Votes on one prompt stand or fall together: the bootstrap draws prompts, and
 * differences are paired.
 * @param votes.outcome 1 = strong preferred, 0 = weak, 0.5 = tie. @param votes.prompt equal for votes on one prompt.
 */
export function compareOnVotes(
  votes: readonly { readonly prompt: string; readonly outcome: number; readonly old: number; readonly new: number }[],
  random: () => number,
): VoteComparison {
  const decided = votes.filter(({ outcome }) => outcome !== 0.5);
  const byPrompt = new Map<string, { sum: number; count: number }>();
  for (const vote of votes) {
    const cell = byPrompt.get(vote.prompt) ?? { sum: 0, count: 0 };
    cell.sum += logLoss(vote.new, vote.outcome) - logLoss(vote.old, vote.outcome);
    cell.count += 1;
    byPrompt.set(vote.prompt, cell);
  }
  const cells = [...byPrompt.values()];
  const strongWins = decided.filter(({ outcome }) => outcome > 0.5).length;
  const interval = cells.length === 0 ? null : bootstrap(cells, random);
  const loss = {
    old: meanOf(votes, (vote) => logLoss(vote.old, vote.outcome)),
    new: meanOf(votes, (vote) => logLoss(vote.new, vote.outcome)),
    difference: meanOf(votes, (vote) => logLoss(vote.new, vote.outcome) - logLoss(vote.old, vote.outcome)),
    interval,
  };
  const agreement = (which: "old" | "new"): Agreement => {
    const agreed = decided.filter((vote) => vote[which] >= 0.5 === vote.outcome > 0.5).length;
    return { agreed, share: agreed / decided.length, interval: exactInterval(agreed, decided.length) };
  };
  return {
    votes: votes.length,
    prompts: cells.length,
    decided: decided.length,
    agreement: decided.length === 0 ? null : { old: agreement("old"), new: agreement("new") },
    logLoss: loss,
    calibration:
      decided.length === 0
        ? null
        : {
            old: meanOf(decided, (vote) => vote.old),
            new: meanOf(decided, (vote) => vote.new),
            observed: strongWins / decided.length,
            interval: exactInterval(strongWins, decided.length),
          },
    verdict: verdictOf(cells.length, interval),
  };
}

function verdictOf(prompts: number, interval: readonly [number, number] | null): VoteComparison["verdict"] {
  if (prompts < LEAST_HELD_OUT_PROMPTS || interval === null) return "too few";
  if (interval[1] < 0) return "better";
  return interval[0] > 0 ? "worse" : "no difference";
}

/** 95 % percentile interval of the mean over votes when prompts are drawn with replacement. */
function bootstrap(
  cells: readonly { readonly sum: number; readonly count: number }[],
  random: () => number,
): readonly [number, number] | null {
  const means = Float64Array.from({ length: RESAMPLES }, () => {
    let [sum, count] = [0, 0];
    for (let draw = 0; draw < cells.length; draw++) {
      const cell = cells[Math.floor(random() * cells.length)];
      sum += cell?.sum ?? 0;
      count += cell?.count ?? 0;
    }
    return sum / count;
  });
  return percentileInterval(means);
}

const meanOf = <Row>(rows: readonly Row[], value: (row: Row) => number): number =>
  rows.length === 0 ? 0 : mean(rows.map(value));
