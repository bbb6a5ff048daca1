import { z } from "zod";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { ERROR_CODES } from "@/lib/domain/routing-error";

const choice = z.enum(["strong", "weak"]);
const share = z.number().min(0).max(1);
const amount = z.number().nonnegative().nullable();

/** Beside the codes of foreseen failures. */
export const UNEXPECTED_ERROR = "unforeseen";

/** One routed request, from its decision to its end: figures and names of models, neither question nor answer. */
export const decisionRecordSchema = z.object({
  /** The answer's own. */
  id: z.string().min(1),
  /** When it ended, ISO 8601. */
  savedAt: z.string(),
  /** endpoint: /v1. chat: the page. */
  source: z.enum(["endpoint", "chat"]),
  /** The name of the API key, never the key; null without one. */
  key: z.string().nullable(),
  router: z.enum(ROUTER_IDS),
  threshold: share,
  winRate: share,
  choice,
  reason: z.enum(["routed", "kept", "asked"]),
  scope: z.enum(["turn", "conversation"]),
  streamed: z.boolean(),
  /** cancelled: the client went away before the end. */
  outcome: z.enum(["answered", "failed", "cancelled"]),
  error: z.enum([...Object.keys(ERROR_CODES), UNEXPECTED_ERROR]).nullable(),
  /** Not the choice where the other model stood in; null where no model came to its first word. */
  answeredBy: choice.nullable(),
  /** `provider/model` of who answered. */
  model: z.string().nullable(),
  /** The models are made up by this program. */
  simulated: z.boolean(),
  /** Of the answer, or of the part of it that was sent. */
  inputTokens: z.int().nonnegative().nullable(),
  outputTokens: z.int().nonnegative().nullable(),
  tokensEstimated: z.boolean().nullable(),
  dollars: amount,
  /** What the strong model would have cost for as many tokens. */
  strongDollars: amount,
  routingMs: z.number().nonnegative(),
  /** To the whole answer; to its first part where it was streamed. */
  providerMs: amount,
});
export type DecisionRecord = z.infer<typeof decisionRecordSchema>;

/** How many decisions there are, by router and choice, with the dollars of the answers. */
export const decisionSummarySchema = z.object({
  all: z.int().nonnegative(),
  groups: z.array(
    z.object({
      router: z.enum(ROUTER_IDS),
      choice,
      simulated: z.boolean(),
      decisions: z.int().nonnegative(),
      dollars: z.number().nonnegative(),
      strongDollars: z.number().nonnegative(),
    }),
  ),
  /** How many are kept at most; 0: none are. */
  kept: z.int().nonnegative(),
});
export type DecisionSummary = z.infer<typeof decisionSummarySchema>;
