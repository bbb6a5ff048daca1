import "server-only";
import { randomUUID } from "node:crypto";
import type { LanguageModelV3 } from "@ai-sdk/provider";
import { type ModelMessage, streamText, type UIMessage } from "ai";
import { RoutingError } from "@/lib/domain/routing-error";
import { callCost } from "@/lib/gateway/model-prices";
import { noteRouting } from "@/lib/gateway/note-routing";
import type { RoutingDecision } from "@/lib/gateway/routed";
import type { AnswerBill, AnswerNotes } from "@/lib/schemas/answer-notes";
import { chatRequestSchema } from "@/lib/schemas/chat-request";
import type { RoutingFacts } from "@/lib/schemas/routing-facts";
import { respond, sentenceFor } from "./answer-request";
import { beginExchange } from "./chat-exchange";
import { getEndpoint } from "./endpoint";
import { type Gateway, getGateway } from "./gateway";
import { payingModel } from "./purse";
import { readJsonRequest } from "./read-json-request";
import { recordedModel } from "./recorded-model";
import { currentVisitor } from "./visitor";

/** 200,000 characters of four bytes each, and what JSON puts around them. */
const MAXIMUM_BYTES = 1_000_000;

/**
 * `POST /chat/answers`: streams the answer to a conversation's last message, with its {@link AnswerNotes} as the message's
 * metadata. What fails before the stream is refused with one sentence; what fails in it ends it with one.
 */
export const chatAnswerResponse = (request: Request): Promise<Response> =>
  respond(async () => {
    const person = await currentVisitor();
    const asked = await readJsonRequest({ request, schema: chatRequestSchema, maximumBytes: MAXIMUM_BYTES });
    const { router, threshold, scope, answerer, messages } = asked;
    const endpoint = getEndpoint();
    const { signal } = request;
    const exchange = beginExchange(endpoint, { id: `chat-${randomUUID()}`, signal, source: "chat" });
    try {
      const caller = await endpoint.persons.admit(person);
      exchange.reach({ caller, leave: await endpoint.admission.enter(signal) });
      const gateway = await getGateway();
      const { models } = gateway;
      exchange.reach({
        asked: { scope: scope ?? "turn", streamed: true, models, promptCharacters: JSON.stringify(messages).length },
      });
      const onDecision = (decision: RoutingDecision): void => exchange.reach({ decision });
      const routed = await gateway.route({ router, threshold }, { scope, answerer, onDecision });
      return streamAnswer({
        gateway,
        messages,
        signal,
        model: recordedModel(payingModel(routed, caller.purse), { exchange, models }),
      });
    } catch (error) {
      await exchange.end({ error });
      throw error;
    }
  });

function streamAnswer(options: {
  readonly gateway: Gateway;
  readonly model: LanguageModelV3;
  readonly messages: ModelMessage[];
  readonly signal: AbortSignal;
}): Response {
  const { gateway, messages, signal } = options;
  const { model, facts } = noteRouting(options.model, gateway.models);
  const answer = streamText({
    ...{ model, messages, abortSignal: signal },
    // The gateway retries by itself, and its failures have their sentences.
    maxRetries: 0,
    onError: () => undefined,
  });
  let noted = false;
  return answer.toUIMessageStreamResponse<UIMessage<AnswerNotes>>({
    headers: { "Cache-Control": "no-store" },
    sendReasoning: false,
    // Once the model has begun, what stops it is the provider's affair, and its words may hold what is not for the log.
    onError: (error) =>
      error instanceof RoutingError || facts() === undefined
        ? sentenceFor(error)
        : `${facts()?.model} broke off in the middle of its answer.`,
    messageMetadata({ part }) {
      const known = facts();
      if (known === undefined) return undefined;
      if (part.type === "finish") return { facts: known, ...billOf(gateway, known, part.totalUsage) };
      if (noted) return undefined;
      noted = true;
      return { facts: known };
    },
  });
}

/** What the tokens cost, here and at either model; nothing where the provider does not count them. */
function billOf(
  { models }: Gateway,
  { answeredBy }: RoutingFacts,
  {
    inputTokens,
    outputTokens,
  }: { readonly inputTokens: number | undefined; readonly outputTokens: number | undefined },
): { readonly bill?: AnswerBill } {
  if (inputTokens === undefined || outputTokens === undefined) return {};
  const tokens = { input: inputTokens, output: outputTokens };
  const [alwaysStrong, alwaysWeak] = [callCost(models.strong.price, tokens), callCost(models.weak.price, tokens)];
  const cost = answeredBy === "strong" ? alwaysStrong : alwaysWeak;
  return { bill: { inputTokens, outputTokens, cost, alwaysStrong, alwaysWeak } };
}
