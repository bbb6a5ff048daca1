import { WINNER_OUTCOMES } from "@/lib/domain/winner";
import { isSimulatedVote, type Vote } from "@/lib/schemas/web/vote";

/** A real vote between the strong and the weak model that are connected. */
export type UsableVote = {
  readonly id: string;
  readonly prompt: string;
  /** 1 = strong preferred, 0 = weak, 0.5 = tie of either kind. */
  readonly outcome: number;
};

/** `provider/model` of the two that are connected. */
export type ConnectedModels = { readonly strong: string; readonly weak: string };

export type VoteUse = "usable" | "simulated" | "others";

/**
 * What a vote is good for: a router learns whether the strong model beats the weak one, so votes on other models, or on two
 * answers of one, say nothing; votes on made-up answers would teach it what this program made up.
 */
export function voteUse(
  vote: Pick<Vote, "modelA" | "modelB" | "simulated">,
  connected: ConnectedModels | undefined,
): VoteUse {
  if (vote.simulated || isSimulatedVote(vote)) return "simulated";
  if (connected === undefined || connected.strong === connected.weak) return "others";
  const { strong, weak } = connected;
  const isOfPair = (vote.modelA === strong && vote.modelB === weak) || (vote.modelA === weak && vote.modelB === strong);
  return isOfPair ? "usable" : "others";
}

/** @returns undefined for a vote that is not usable. */
export function toUsableVote(vote: Vote, connected: ConnectedModels | undefined): UsableVote | undefined {
  if (connected === undefined || voteUse(vote, connected) !== "usable") return undefined;
  const forA = WINNER_OUTCOMES[vote.winner];
  return { id: vote.id, prompt: vote.prompt, outcome: vote.modelA === connected.strong ? forA : 1 - forA };
}
