import { exactInterval } from "./exact-interval";

/** What a vote says about two sides, whichever of them stood left. */
export type VoteOutcome = "first" | "second" | "tie" | "both_bad";

export type VoteTally = {
  readonly votes: number;
  readonly first: number;
  readonly second: number;
  readonly ties: number;
  readonly bothBad: number;
  /** Share of the first side among votes for one of them, with its exact 95 % interval; null if there is none. */
  readonly winShare: { readonly share: number; readonly interval: readonly [number, number] } | null;
  /** Elo rating of the first side minus that of the second; null below 20 votes. */
  readonly eloDifference: number | null;
};

/** Below, a rating would be read as knowledge. */
export const VOTES_FOR_ELO = 20;

/** Of so many points, ten to one odds: the scale that chess and the Chatbot Arena use. */
const ELO_SCALE = 400;

/**
 * The rating difference at which the first side is expected to score as it did: 400 · log₁₀(s / (1 − s)), where s counts a
 * tie of either kind as half a win. Half a win is added to each side, so that a clean sweep stays finite; for two sides
 * this is the Bradley–Terry fit under that prior, whatever the order of the votes.
 */
export function eloDifference({ score, votes }: { readonly score: number; readonly votes: number }): number {
  const share = (score + 0.5) / (votes + 1);
  return ELO_SCALE * Math.log10(share / (1 - share));
}

/** Counts votes on two sides. */
export function tallyVotes(outcomes: readonly VoteOutcome[]): VoteTally {
  const count = (outcome: VoteOutcome): number => outcomes.filter((one) => one === outcome).length;
  const votes = outcomes.length;
  const [first, second, ties, bothBad] = [count("first"), count("second"), count("tie"), count("both_bad")];
  const decided = first + second;
  return {
    ...{ votes, first, second, ties, bothBad },
    winShare: decided === 0 ? null : { share: first / decided, interval: exactInterval(first, decided) },
    eloDifference: votes < VOTES_FOR_ELO ? null : eloDifference({ score: first + (ties + bothBad) / 2, votes }),
  };
}
