import { randomUUID } from "node:crypto";
import type { LanguageModelV3Message } from "@ai-sdk/provider";
import { UI_MESSAGE_STREAM_HEADERS } from "ai";
import type { z } from "zod";
import { currentVisitor } from "@/lib/access/visitor";
import { beginExchange } from "@/lib/endpoint/chat-exchange";
import { getEndpoint } from "@/lib/endpoint/endpoint";
import { createOnePerTurn } from "@/lib/endpoint/one-per-turn";
import { recordedModel } from "@/lib/endpoint/recorded-model";
import type { RoutingDecision } from "@/lib/gateway/routed";
import { fromRoutingHeaders } from "@/lib/gateway/routing-facts";
import { respond } from "@/lib/http/answer-request";
import type { EndpointRequest } from "@/lib/http/exchange";
import { readJsonRequest } from "@/lib/http/read-json-request";
import { chatRequestSchema } from "@/lib/schemas/web/page-chat-request";
import { payingModel } from "@/lib/serving/current-purse";
import { getGateway } from "@/lib/serving/gateway";
import { streamNotedAnswer } from "./answer-stream";

/** 200,000 characters of four bytes each, and what JSON puts around them. */
const MAXIMUM_BYTES = 1_000_000;

const myTurn = createOnePerTurn();

/**
 * `POST /chat/answers`: streams the answer to a conversation's last message, with its notes (`AnswerNotes`) as the message's
 * metadata. What fails before the stream is refused with one sentence; what fails in it ends it with one.
 */
export const chatAnswerResponse = (request: EndpointRequest): Promise<Response> =>
  respond(async () => {
    const person = await currentVisitor();
    const asked = await readJsonRequest({ request, schema: chatRequestSchema, maximumBytes: MAXIMUM_BYTES });
    const { router, threshold, scope, answerer, messages } = asked;
    await myTurn();
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
      const routed = await gateway.route(
        { router, threshold },
        {
          scope,
          answerer,
          caller: `person:${person.id}`,
          onDecision,
          onUnread: (unread) => exchange.reach({ unread }),
        },
      );
      const model = recordedModel(payingModel(routed, caller.purse), { exchange, models });
      const { stream, response } = await model.doStream({ prompt: toPrompt(messages), abortSignal: signal });
      const facts = fromRoutingHeaders(response?.headers, models);
      if (facts === undefined) throw new TypeError("A routed answer came without its facts");
      const headers = { ...UI_MESSAGE_STREAM_HEADERS, "cache-control": "no-store" };
      return new Response(streamNotedAnswer(stream, { facts, models }), { headers });
    } catch (error) {
      await exchange.end({ error });
      throw error;
    }
  });

const toPrompt = (messages: z.infer<typeof chatRequestSchema>["messages"]): LanguageModelV3Message[] =>
  messages.map(({ role, content }) => ({ role, content: [{ type: "text", text: content }] }));
