import { randomUUID } from "node:crypto";
import type { LanguageModelV3, LanguageModelV3CallOptions } from "@ai-sdk/provider";
import { forReader } from "@/lib/access/for-reader";
import { RoutingError } from "@/lib/domain/routing-error";
import { toChatCompletion } from "@/lib/gateway/chat-completion";
import { toCallOptions } from "@/lib/gateway/chat-request";
import type { Caller } from "@/lib/gateway/key-ring";
import type { RoutedOptions } from "@/lib/gateway/routed";
import type { RoutingScope } from "@/lib/gateway/routed-text";
import { fromRoutingHeaders, readRoutingFacts } from "@/lib/gateway/routing-facts";
import { apiErrorAnswer, CLIENT_GONE } from "@/lib/http/api-error";
import type { BodyHold } from "@/lib/http/body-pool";
import { type EndpointAnswer, type EndpointRequest, jsonAnswer } from "@/lib/http/exchange";
import type { ChatCompletionRequest } from "@/lib/schemas/web/chat-completion-request";
import { payingModel } from "@/lib/serving/current-purse";
import type { Gateway } from "@/lib/serving/gateway";
import { beginExchange, type ChatExchange } from "./chat-exchange";
import { countTokens, withCounts } from "./count-tokens";
import type { Endpoint } from "./endpoint";
import { readChatRequest } from "./read-chat-request";
import { streamChat } from "./stream-chat";

type Call = {
  readonly id: string;
  readonly body: ChatCompletionRequest;
  readonly promptCharacters: number;
  readonly gateway: Gateway;
  readonly model: LanguageModelV3;
  readonly options: LanguageModelV3CallOptions;
  readonly exchange: ChatExchange;
};

/** `POST /v1/chat/completions`: a whole answer, a stream of it, or the envelope of what went wrong. */
export async function completeChat(request: EndpointRequest, endpoint: Endpoint): Promise<EndpointAnswer> {
  const id = `chatcmpl-${randomUUID()}`;
  const hangUp = new AbortController();
  const clientGone = (): void => hangUp.abort(request.signal.reason);
  if (request.signal.aborted) clientGone();
  else request.signal.addEventListener("abort", clientGone, { once: true });
  const { signal } = hangUp;
  const exchange = beginExchange(endpoint, { id, signal });
  let held: BodyHold | undefined;
  let caller: Caller | undefined;
  try {
    caller = await endpoint.keys.admit(request.headers.get("authorization"));
    exchange.reach({ caller });
    // A place is only for what is there: a slow sender takes none from others.
    const onHold = (hold: BodyHold): void => {
      held = hold;
    };
    const body = await readChatRequest(request, endpoint.maximumBodyBytes, { onHold });
    exchange.reach({ leave: await endpoint.admission.enter(signal) });
    held?.release();
    const scope = readScope(request.headers.get("x-routellm-scope"));
    const gateway = await endpoint.gateway();
    const streamed = body.stream === true;
    const promptCharacters = JSON.stringify(body.messages).length;
    exchange.reach({ asked: { scope, streamed, models: gateway.models, promptCharacters } });
    const onDecision: RoutedOptions["onDecision"] = (decision) => exchange.reach({ decision });
    const onUnread: RoutedOptions["onUnread"] = (unread) => exchange.reach({ unread });
    const options = { scope, caller: caller.name, onDecision, onUnread };
    const model = payingModel(await gateway.open(body.model, options), caller.purse);
    const call = {
      id,
      body,
      promptCharacters,
      gateway,
      model,
      exchange,
      options: { ...toCallOptions(body), abortSignal: signal },
    };
    return await (streamed ? answerInEvents(call, hangUp) : answerWhole(call));
  } catch (error) {
    held?.release();
    await exchange.end({ error });
    if (signal.aborted) return { status: CLIENT_GONE, headers: {}, body: null };
    return apiErrorAnswer(await forReader(error, caller), { "x-request-id": id });
  }
}

/** An option of this server, so it is a header of its own rather than a field that OpenAI may come to use. */
function readScope(scope: string | null): RoutingScope {
  if (scope === null || scope === "turn" || scope === "conversation") return scope ?? "turn";
  throw new RoutingError({
    ...{ code: "invalid_argument", parameter: "x-routellm-scope" },
    message: `x-routellm-scope must be "turn" or "conversation", but it was ${JSON.stringify(scope)}.`,
  });
}

async function answerWhole({ id, promptCharacters, gateway, model, options, exchange }: Call): Promise<EndpointAnswer> {
  const start = performance.now();
  const result = await model.doGenerate(options);
  const seconds = (performance.now() - start) / 1000;
  const facts = readRoutingFacts(result.providerMetadata);
  if (facts === undefined) throw new TypeError("A routed answer came without its facts");
  exchange.reach({
    routed: { facts, models: gateway.models },
    provider: { seconds: Math.max(0, seconds - facts.routingMs / 1000), until: "whole" },
  });
  const sentCharacters = JSON.stringify(result.content).length;
  const tokens = countTokens(result.usage, { promptCharacters, sentCharacters });
  const usage = withCounts(result.usage, tokens);
  const completion = toChatCompletion({ id, created: now(), model: facts.model }, { ...result, usage });
  await exchange.end({ tokens });
  return jsonAnswer(completion, { headers: headersOf(id, result.response?.headers) });
}

async function answerInEvents(call: Call, hangUp: AbortController): Promise<EndpointAnswer> {
  const { id, body, promptCharacters, gateway, model, options, exchange } = call;
  const start = performance.now();
  const { stream, response } = await model.doStream(options);
  const seconds = (performance.now() - start) / 1000;
  const facts = fromRoutingHeaders(response?.headers, gateway.models);
  if (facts === undefined) throw new TypeError("A routed answer came without its facts");
  exchange.reach({
    routed: { facts, models: gateway.models },
    provider: { seconds: Math.max(0, seconds - facts.routingMs / 1000), until: "first" },
  });
  const events = streamChat({
    parts: stream,
    head: { id, created: now(), model: facts.model },
    includeUsage: body.stream_options?.include_usage === true,
    promptCharacters,
    over({ cancelled, ...end }) {
      if (cancelled) hangUp.abort(new DOMException("The client has gone", "AbortError"));
      return exchange.end(end);
    },
  });
  return {
    status: 200,
    headers: {
      ...headersOf(id, response?.headers),
      "Content-Type": "text/event-stream; charset=utf-8",
      // Neither packed nor held back on the way: each word is to arrive when it is said.
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
    body: events,
  };
}

const now = (): number => Math.floor(Date.now() / 1000);

/** Of a provider's own headers, none: they speak of our account there. */
const headersOf = (id: string, headers: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  "Cache-Control": "no-store",
  "x-request-id": id,
  ...Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith("x-routellm-"))),
});
