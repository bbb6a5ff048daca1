import type { VoteOutcome } from "@/lib/evaluation/vote-tally";
import type { BlindMode, BlindVote } from "@/lib/schemas/web/blind-vote";

/** The two sides of each comparison, first and second. */
const SIDES: Readonly<Record<BlindMode, readonly [string, string]>> = {
  models: ["strong", "weak"],
  policies: ["router", "random"],
};

/** What a vote says about the sides, whichever of them stood left. */
export function outcomeOf(vote: BlindVote): VoteOutcome {
  if (vote.vote === "tie" || vote.vote === "both_bad") return vote.vote;
  const sideOfA = vote.mode === "models" ? vote.choiceOfA : vote.policyOfA;
  const aIsFirst = sideOfA === SIDES[vote.mode][0];
  return (vote.vote === "a") === aIsFirst ? "first" : "second";
}
