import { streamText } from "ai";
import { RoutingError } from "@/lib/domain/routing-error";
import { callCost } from "@/lib/gateway/model-prices";
import { readRoutingFacts } from "@/lib/gateway/routing-facts";
import type { RoutingFacts } from "@/lib/schemas/web/routing-notes";
import { getGateway, type OpenOptions } from "@/lib/serving/gateway";

// The SDK's warnings go to standard output, where only answers belong.
globalThis.AI_SDK_LOG_WARNINGS = false;

/** One routed answer, and what it cost in dollars. */
export type AskedAnswer = RoutingFacts & {
  readonly text: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cost: number;
  /** The same tokens at the strong model. */
  readonly alwaysStrongCost: number;
};

/**
 * Asks the gateway one question.
 * @param options.model a name as the endpoint takes it.
 * @param options.onText given each piece of the answer as it comes.
 * @throws RoutingError if the model is unknown or gives no answer.
 */
export async function askGateway(options: {
  readonly prompt: string;
  readonly system?: string | undefined;
  readonly model: string;
  readonly answerer?: OpenOptions["answerer"];
  readonly onText: (text: string) => void;
}): Promise<AskedAnswer> {
  const { prompt, system, onText } = options;
  const gateway = await getGateway();
  const model = await gateway.open(options.model, { answerer: options.answerer });
  let failure: unknown;
  const answer = streamText({
    ...{ model, prompt, maxRetries: 0 },
    ...(system === undefined ? {} : { system }),
    onError: ({ error }) => {
      failure = error;
    },
  });
  let text = "";
  for await (const piece of answer.textStream) {
    text += piece;
    onText(piece);
  }
  if (failure !== undefined) throw failure instanceof RoutingError ? failure : brokenOff(failure);
  const facts = readRoutingFacts(await answer.providerMetadata);
  if (facts === undefined) throw new TypeError("A routed answer came without its facts");
  const { inputTokens = 0, outputTokens = 0 } = await answer.usage;
  const tokens = { input: inputTokens, output: outputTokens };
  return {
    ...facts,
    ...{ text, inputTokens, outputTokens },
    cost: callCost(gateway.models[facts.answeredBy].price, tokens),
    alwaysStrongCost: callCost(gateway.models.strong.price, tokens),
  };
}

function brokenOff(error: unknown): RoutingError {
  const reason = error instanceof Error ? error.message.replace(/\s+/g, " ").replace(/\.$/, "") : "for no reason given";
  return new RoutingError({
    code: "incomplete",
    parameter: "--model",
    message: `the answer broke off: ${reason}; what came of it stands above.`,
  });
}
