import type { Vote } from "@/lib/schemas/web/vote";
import { toCsvRow } from "@/lib/view/shared/csv";

/** Formats of an export: the columns of Arena-55k, or the lines of `battles/*.jsonl`. */
export const VOTE_FORMATS = ["csv", "jsonl"] as const;
export type VoteFormat = (typeof VOTE_FORMATS)[number];

const ARENA_COLUMNS = [
  ...["id", "model_a", "model_b", "prompt", "response_a", "response_b"],
  ...["winner_model_a", "winner_model_b", "winner_tie"],
];

/** The last part of `provider/model`: what battles call a model. */
const battleName = (model: string): string => model.split("/").at(-1) ?? model;
const flag = (value: boolean): string => (value ? "1" : "0");

/**
 * Votes as battles, in pieces of text. Those on simulated answers stay out: whoever trains on the file would have a router
 * learn what this program made up.
 */
export async function* exportVotes(votes: AsyncIterable<Vote>, format: VoteFormat): AsyncGenerator<string, void, void> {
  if (format === "csv") yield toCsvRow(ARENA_COLUMNS);
  for await (const vote of votes) {
    if (!vote.simulated) yield format === "csv" ? arenaRow(vote) : battleLine(vote);
  }
}

function arenaRow({ id, prompt, modelA, modelB, answerA, answerB, winner }: Vote): string {
  return toCsvRow([
    ...[id, battleName(modelA), battleName(modelB)],
    ...[prompt, answerA, answerB].map((text) => JSON.stringify([text])),
    ...[flag(winner === "model_a"), flag(winner === "model_b"), flag(winner.startsWith("tie"))],
  ]);
}

function battleLine({ id, prompt, modelA, modelB, answerA, answerB, winner, savedAt }: Vote): string {
  const battle = { id, prompt, model_a: battleName(modelA), model_b: battleName(modelB), winner };
  return `${JSON.stringify({ ...battle, answer_a: answerA, answer_b: answerB, voted_at: savedAt })}\n`;
}
