import type { Choice } from "@/lib/domain/decide";
import type { GatewayModels } from "./gateway-models";
import { callCost } from "./model-prices";

/** What an answer cost, and what the strong model would have cost for as many tokens. */
export function answerDollars(
  models: GatewayModels,
  answeredBy: Choice,
  tokens: { readonly input: number; readonly output: number },
): { readonly dollars: number; readonly strongDollars: number } {
  return {
    dollars: callCost(models[answeredBy].price, tokens),
    strongDollars: callCost(models.strong.price, tokens),
  };
}
