import { z } from "zod";
import { ROUTER_IDS } from "@/lib/domain/router-id";

const share = z.number().min(0).max(1);
const choice = z.enum(["strong", "weak"]);
const text = z.string().min(1);

const voteFields = {
  id: text,
  /** When, in ISO 8601. */
  time: z.iso.datetime(),
  /** The router that was chosen, its α, and its win rate of the prompt. */
  router: z.enum(ROUTER_IDS),
  threshold: share,
  winRate: share,
  vote: z.enum(["a", "b", "tie", "both_bad"]),
  /** Which of the two models answered as A; the other one answered as B. */
  choiceOfA: choice,
  /** `provider/model` of either answer. */
  models: z.object({ a: text, b: text }),
  /** The answers are made up by this program: no router may learn from this vote. */
  simulated: z.boolean(),
  prompt: text,
  answers: z.object({ a: text, b: text }),
};

/** A preference between two answers, given without knowing whose they were. */
export const blindVoteSchema = z.discriminatedUnion("mode", [
  /** Strong against weak. */
  z.object({ mode: z.literal("models"), ...voteFields }),
  /** The router's choice of a model against a random one. */
  z.object({ mode: z.literal("policies"), policyOfA: z.enum(["router", "random"]), ...voteFields }),
]);
export type BlindVote = z.infer<typeof blindVoteSchema>;
export type BlindMode = BlindVote["mode"];
export type Vote = BlindVote["vote"];
