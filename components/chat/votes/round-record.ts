import { newId } from "@/components/chat/conversation/randomness";
import { type BlindVote, blindVoteSchema, type Vote } from "@/lib/schemas/web/blind-vote";
import type { StoredMessage } from "@/lib/schemas/web/stored-conversation";
import type { BlindRound } from "./blind-round";

type Side = "a" | "b";

const SIDE_NAMES = {
  models: ["the strong model", "the weak model"],
  policies: ["the router", "the random policy"],
} as const;

const isFirst = ({ firstIsA }: BlindRound, side: Side): boolean => (side === "a") === firstIsA;

/** Which policy chose the model behind an answer, in words; undefined where none did. */
export function policyOf(round: BlindRound, side: Side): string | undefined {
  if (round.mode === "models") return undefined;
  return isFirst(round, side) ? "router" : "random policy";
}

/** A vote as it is kept; undefined where an answer is missing. */
export function toVoteRecord(options: {
  readonly round: BlindRound;
  readonly vote: Vote;
  readonly a: StoredMessage | undefined;
  readonly b: StoredMessage | undefined;
}): BlindVote | undefined {
  const { round, vote, a, b } = options;
  if (a?.facts === undefined || b?.facts === undefined) return undefined;
  const { mode, router, threshold, prompt, firstIsA } = round;
  return blindVoteSchema.parse({
    ...{ id: newId(), time: new Date().toISOString(), mode, router, threshold, vote, prompt },
    ...(mode === "policies" && { policyOfA: firstIsA ? "router" : "random" }),
    winRate: a.facts.winRate,
    choiceOfA: a.facts.answeredBy,
    models: { a: a.facts.model, b: b.facts.model },
    simulated: a.facts.simulated || b.facts.simulated,
    answers: { a: a.text, b: b.text },
  });
}

/** What somebody preferred, now that it may be said. */
export function verdictInWords({ round, vote }: { readonly round: BlindRound; readonly vote: Vote }): string {
  const names = SIDE_NAMES[round.mode];
  const [ofA, ofB] = round.firstIsA ? names : [names[1], names[0]];
  const whose = `A was that of ${ofA}, B that of ${ofB}.`;
  if (vote === "tie") return `You found neither answer better. ${whose}`;
  if (vote === "both_bad") return `You found both answers bad. ${whose}`;
  return `You preferred the answer of ${vote === "a" ? ofA : ofB}. ${whose}`;
}
