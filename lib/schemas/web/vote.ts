import { z } from "zod";
import { MAX_PROMPT_CHARACTERS } from "@/lib/domain/prompt";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { isSimulatedModel } from "@/lib/domain/simulated";

/** An answer may be several times as long as the longest prompt. */
const LONGEST_ANSWER = 200_000;
/** Twice the characters: those beyond the basic plane count as two here. */
const prompt = z
  .string()
  .min(1)
  .max(2 * MAX_PROMPT_CHARACTERS);
const answer = z.string().max(LONGEST_ANSWER);
const model = z.string().min(1).max(200);

export const voteIdSchema = z.uuid();

/** A vote as a browser sends it. */
export const voteRequestSchema = z
  .object({
    /** Made by the browser, so that a vote that is sent twice is kept once. */
    id: voteIdSchema,
    /** models: strong against weak. policies: the router against chance. */
    mode: z.enum(["models", "policies"]),
    router: z.enum(ROUTER_IDS),
    threshold: z.number().min(0).max(1),
    winRate: z.number().min(0).max(1),
    prompt,
    /** `provider/model` of each answer. */
    modelA: model,
    modelB: model,
    answerA: answer,
    answerB: answer,
    /** In the words of Arena's battles. */
    winner: z.enum(["model_a", "model_b", "tie", "tie (bothbad)"]),
  })
  .strict();
export type VoteRequest = z.infer<typeof voteRequestSchema>;

/** A vote that was kept. */
export const voteSchema = voteRequestSchema.extend({ savedAt: z.string(), simulated: z.boolean() });
export type Vote = z.infer<typeof voteSchema>;

/** Whether a vote is on made-up answers, from which no router may learn. */
export const isSimulatedVote = ({ modelA, modelB }: Pick<Vote, "modelA" | "modelB">): boolean =>
  isSimulatedModel(modelA) || isSimulatedModel(modelB);

/** How many votes there are, and how many of them a router may learn from. */
export const voteCountsSchema = z.object({ all: z.int().nonnegative(), real: z.int().nonnegative() });
export type VoteCounts = z.infer<typeof voteCountsSchema>;
