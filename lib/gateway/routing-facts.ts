import { type RoutingFacts, routingFactsSchema } from "@/lib/schemas/web/routing-notes";
import type { GatewayModels } from "./gateway-models";

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

/** The facts in the metadata of an answer; undefined where it was not routed. */
export function readRoutingFacts(
  providerMetadata: Readonly<Record<string, unknown>> | undefined,
): RoutingFacts | undefined {
  return routingFactsSchema.safeParse(providerMetadata?.routellm).data;
}

/** Facts from the headers that {@link toRoutingHeaders} made of them; undefined where an answer has none. */
export function fromRoutingHeaders(
  headers: Readonly<Record<string, string>> | undefined,
  models: GatewayModels,
): RoutingFacts | undefined {
  const header = (name: string): string | undefined => headers?.[`x-routellm-${name}`];
  const answeredBy = header("answered-by");
  if (answeredBy !== "strong" && answeredBy !== "weak") return undefined;
  return routingFactsSchema.safeParse({
    router: header("router"),
    winRate: Number(header("win-rate")),
    threshold: Number(header("threshold")),
    choice: header("choice"),
    reason: header("reason"),
    answeredBy,
    // Not from the header, which keeps to ASCII.
    model: models[answeredBy].id,
    simulated: models[answeredBy].simulated,
    routingMs: Number(header("routing-ms")),
  }).data;
}
