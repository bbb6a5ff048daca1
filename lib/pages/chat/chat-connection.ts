import { generateText } from "ai";
import { z } from "zod";
import { currentVisitor } from "@/lib/access/visitor";
import type { Choice } from "@/lib/domain/decide";
import { RoutingError } from "@/lib/domain/routing-error";
import { type Endpoint, getEndpoint } from "@/lib/endpoint/endpoint";
import type { BudgetAccount } from "@/lib/gateway/budget-account";
import { callCost } from "@/lib/gateway/model-prices";
import { ModelFailure } from "@/lib/gateway/retry-with-backoff";
import { answerRequest, sentenceFor } from "@/lib/http/answer-request";
import { readJsonRequest } from "@/lib/http/read-json-request";
import type { ConnectionReport } from "@/lib/schemas/web/connection-report";
import { payingModel } from "@/lib/serving/current-purse";
import { getGateway } from "@/lib/serving/gateway";

const QUESTION = "Reply with the one word: ready";
/** Enough for one word, also of a model that thinks before it speaks. */
const LONGEST_REPLY = 256;
const MAXIMUM_BYTES = 1000;

const requestSchema = z.strictObject({
  model: z.enum(["strong", "weak"], { error: 'must be "strong" or "weak"' }),
});

/** Tests on their way: whoever asks meanwhile gets the same one, so that pressing a button often costs one call. */
const running = new Map<Choice, Promise<ConnectionReport>>();

/** `POST /chat/connections`: whether one of the two models answers a tiny request, in one sentence. */
export const chatConnectionResponse = (request: Request): Promise<Response> =>
  answerRequest(200, async () => {
    const { model: side } = await readJsonRequest({ request, schema: requestSchema, maximumBytes: MAXIMUM_BYTES });
    const endpoint = getEndpoint();
    const { purse } = await endpoint.persons.admit(await currentVisitor());
    const test =
      running.get(side) ??
      testConnection(side, { endpoint, purse, signal: request.signal }).finally(() => running.delete(side));
    running.set(side, test);
    return test;
  });

/** Takes a place among the answers and is paid for like one. */
async function testConnection(
  side: Choice,
  {
    endpoint,
    purse,
    signal,
  }: { readonly endpoint: Endpoint; readonly purse: BudgetAccount | undefined; readonly signal: AbortSignal },
): Promise<ConnectionReport> {
  const { id, languageModel, simulated, price } = (await getGateway()).models[side];
  const leave = await endpoint.admission.enter(signal);
  const start = performance.now();
  try {
    const { usage } = await generateText({
      ...{ model: payingModel(languageModel, purse), prompt: QUESTION, maxOutputTokens: LONGEST_REPLY, maxRetries: 0 },
    });
    const tokens = { input: usage.inputTokens ?? 0, output: usage.outputTokens ?? 0 };
    endpoint.metrics.paid({ answeredBy: side, simulated, dollars: callCost(price, tokens) });
  } catch (error) {
    if (error instanceof RoutingError && error.code === "rate_limited") throw error;
    const why = error instanceof ModelFailure ? `${error.message}.` : sentenceFor(error);
    return { ok: false, sentence: `${id} gave no answer: ${why}` };
  } finally {
    leave();
  }
  const milliseconds = Math.round(performance.now() - start);
  const sentence = simulated
    ? `${id} is simulated by this server and always answers; it took ${milliseconds} ms.`
    : `${id} answered in ${milliseconds} ms.`;
  return { ok: true, sentence };
}
