import "server-only";
import { generateText } from "ai";
import { z } from "zod";
import type { Choice } from "@/lib/domain/decide";
import type { GatewayModel } from "@/lib/gateway/gateway-models";
import { ModelFailure } from "@/lib/gateway/keep-trying";
import type { ConnectionReport } from "@/lib/schemas/connection-report";
import { answerRequest, sentenceFor } from "./answer-request";
import { getGateway } from "./gateway";
import { readJsonRequest } from "./read-json-request";

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
    const model = (await getGateway()).models[side];
    const test = running.get(side) ?? testConnection(model).finally(() => running.delete(side));
    running.set(side, test);
    return test;
  });

async function testConnection({ id, languageModel, simulated }: GatewayModel): Promise<ConnectionReport> {
  const start = performance.now();
  try {
    await generateText({ model: languageModel, prompt: QUESTION, maxOutputTokens: LONGEST_REPLY, maxRetries: 0 });
  } catch (error) {
    const why = error instanceof ModelFailure ? `${error.message}.` : sentenceFor(error);
    return { ok: false, sentence: `${id} gave no answer: ${why}` };
  }
  const milliseconds = Math.round(performance.now() - start);
  const sentence = simulated
    ? `${id} is simulated by this server and always answers; it took ${milliseconds} ms.`
    : `${id} answered in ${milliseconds} ms.`;
  return { ok: true, sentence };
}
