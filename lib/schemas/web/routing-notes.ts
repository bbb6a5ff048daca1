import { z } from "zod";
import { ROUTER_IDS } from "@/lib/domain/router-id";

const choice = z.enum(["strong", "weak"]);

/** How an answer came about, as a gateway's model reports it in `providerMetadata.routellm`. */
export const routingFactsSchema = z.object({
  router: z.enum(ROUTER_IDS),
  winRate: z.number().min(0).max(1),
  threshold: z.number().min(0).max(1),
  /** Which model the request was meant for. */
  choice,
  /** routed: by this turn's win rate. kept: the conversation stays with the model it began with. asked: by the caller. */
  reason: z.enum(["routed", "kept", "asked"]),
  /** Which model answered: not the chosen one where that failed and falling back is allowed. */
  answeredBy: choice,
  /** `provider/model` of the model that answered. */
  model: z.string(),
  /** The answer is made up by this program, not by a language model. */
  simulated: z.boolean(),
  /** Milliseconds of scoring and deciding. */
  routingMs: z.number().nonnegative(),
});

export type RoutingFacts = z.infer<typeof routingFactsSchema>;
