import type { Choice } from "@/lib/domain/decide";
import type { RouterId } from "@/lib/domain/router-id";
import type { Threshold } from "@/lib/domain/threshold";
import type { WinRate } from "@/lib/domain/win-rate";

/** How an answer came about: what its headers, its record and its card on the screen say. */
export type RoutingFacts = {
  readonly router: RouterId;
  readonly winRate: WinRate;
  readonly threshold: Threshold;
  /** Which model the request was meant for. */
  readonly choice: Choice;
  /** routed: by this turn's win rate. kept: the conversation stays with the model it began with. asked: by the caller. */
  readonly reason: "routed" | "kept" | "asked";
  /** Which model answered: not the chosen one where that failed and falling back is allowed. */
  readonly answeredBy: Choice;
  /** `provider/model` of the model that answered. */
  readonly model: string;
  /** The answer is made up by this program, not by a language model. */
  readonly simulated: boolean;
  /** Milliseconds of scoring and deciding. */
  readonly routingMs: number;
};

/** Facts as response headers; all of them ASCII. */
export function toRoutingHeaders(facts: RoutingFacts): Record<string, string> {
  return {
    "x-routellm-router": facts.router,
    "x-routellm-win-rate": facts.winRate.toFixed(6),
    "x-routellm-threshold": facts.threshold.toFixed(6),
    "x-routellm-choice": facts.choice,
    "x-routellm-reason": facts.reason,
    "x-routellm-answered-by": facts.answeredBy,
    "x-routellm-model": facts.model.replace(/[^\x20-\x7e]/g, "?"),
    "x-routellm-routing-ms": facts.routingMs.toFixed(3),
    ...(facts.simulated && { "x-routellm-simulated": "true" }),
    ...(facts.answeredBy !== facts.choice && { "x-routellm-fallback": "true" }),
  };
}
