import "server-only";
import type { LanguageModelV3 } from "@ai-sdk/provider";
import type { RoutingFacts } from "@/lib/schemas/routing-facts";
import type { GatewayModels } from "./gateway-models";
import { fromRoutingHeaders } from "./routing-facts";

/**
 * A routed model whose next answer's facts can be read while it streams, before the first word: the SDK hands a caller
 * the response's headers only after the last one. For one call.
 */
export function noteRouting(
  model: LanguageModelV3,
  models: GatewayModels,
): { readonly model: LanguageModelV3; readonly facts: () => RoutingFacts | undefined } {
  let facts: RoutingFacts | undefined;
  return {
    model: {
      specificationVersion: "v3",
      provider: model.provider,
      modelId: model.modelId,
      supportedUrls: model.supportedUrls,
      doGenerate: (call) => model.doGenerate(call),
      async doStream(call) {
        const result = await model.doStream(call);
        facts = fromRoutingHeaders(result.response?.headers, models);
        return result;
      },
    },
    facts: () => facts,
  };
}
