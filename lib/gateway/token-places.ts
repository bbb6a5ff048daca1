import { APICallError } from "ai";
import type { z } from "zod";
import { RoutingError } from "@/lib/domain/routing-error";
import { chatAnswerSchema, completionAnswerSchema } from "@/lib/schemas/web/completion-answer";
import type { ProviderEndpoint } from "./providers";
import type { TokenPlace } from "./read-label";

/** Tokens that a model may write until its label is over: four to open the assistant's turn, the label, its end. */
const MOST_TOKENS = 6;

/** A raw text to go on from, or the messages of a chat. */
export type Instruction =
  | { readonly text: string }
  | { readonly messages: readonly { readonly role: "system" | "user"; readonly content: string }[] };

/**
 * Lets a model go on from an instruction, greedily, and returns what it wrote with the likeliest tokens of each place.
 * @throws RoutingError if the server answers without log-probabilities; else what toCallFailure understands.
 */
export async function askTokenPlaces(options: {
  readonly endpoint: ProviderEndpoint;
  readonly parameter: string;
  readonly instruction: Instruction;
  readonly signal: AbortSignal;
}): Promise<readonly TokenPlace[]> {
  const { endpoint, instruction, signal } = options;
  const shared = { model: endpoint.model, max_tokens: MOST_TOKENS, temperature: 0 };
  const places =
    "text" in instruction
      ? fromCompletion(
          await post({
            endpoint,
            signal,
            path: "/completions",
            body: { ...shared, prompt: instruction.text, logprobs: endpoint.mostAlternatives },
            schema: completionAnswerSchema,
          }),
        )
      : fromChat(
          await post({
            endpoint,
            signal,
            path: "/chat/completions",
            body: { ...shared, messages: instruction.messages, logprobs: true, top_logprobs: 20 },
            schema: chatAnswerSchema,
          }),
        );
  if (places !== undefined) return places;
  throw new RoutingError({
    code: "incomplete",
    parameter: options.parameter,
    message: `${endpoint.id} answered without log-probabilities; it needs a server that returns them (vLLM and llama.cpp do).`,
  });
}

function fromCompletion({ choices: [choice] }: z.infer<typeof completionAnswerSchema>): TokenPlace[] | undefined {
  const logprobs = choice?.logprobs;
  const top = logprobs?.top_logprobs;
  if (!logprobs || !top) return undefined;
  return logprobs.tokens.map((token, index) => {
    const listed = Object.entries(top[index] ?? {});
    const own = logprobs.token_logprobs[index];
    const all = Object.hasOwn(top[index] ?? {}, token) || typeof own !== "number" ? listed : [...listed, [token, own]];
    return {
      token,
      alternatives: all.map(([written, logProbability]) => ({
        token: String(written),
        logProbability: Number(logProbability),
      })),
    };
  });
}

function fromChat({ choices: [choice] }: z.infer<typeof chatAnswerSchema>): TokenPlace[] | undefined {
  return choice?.logprobs?.content?.map(({ token, logprob, top_logprobs }) => {
    const listed = top_logprobs.some((candidate) => candidate.token === token);
    return {
      token,
      alternatives: [...top_logprobs, ...(listed ? [] : [{ token, logprob }])].map((candidate) => ({
        token: candidate.token,
        logProbability: candidate.logprob,
      })),
    };
  });
}

async function post<Schema extends z.ZodType>(options: {
  readonly endpoint: ProviderEndpoint;
  readonly path: string;
  readonly body: unknown;
  readonly signal: AbortSignal;
  readonly schema: Schema;
}): Promise<z.infer<Schema>> {
  const { endpoint, path, body, signal, schema } = options;
  const fail = (url: string, message: string, rest: { response?: Response; text?: string; cause?: unknown }) =>
    new APICallError({
      message,
      url,
      requestBodyValues: undefined,
      cause: rest.cause,
      ...(rest.response === undefined
        ? {}
        : { statusCode: rest.response.status, responseHeaders: Object.fromEntries(rest.response.headers) }),
      ...(rest.text === undefined ? {} : { responseBody: rest.text }),
    });
  const { url, response } = await endpoint.post(path, body, signal).catch((cause: unknown) => {
    throw signal.aborted ? cause : fail(path, "no connection", { cause });
  });
  const text = await response.text().catch((cause: unknown) => {
    throw signal.aborted ? cause : fail(url, "the answer broke off", { response, cause });
  });
  if (!response.ok) throw fail(url, errorMessage(text), { response, text });
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success) throw fail(url, "not as the protocol has it", { response, text });
  return parsed.data;
}

/** The server's own words: `{"error":{"message":…}}`, as OpenAI has it, or what the body says. */
function errorMessage(text: string): string {
  const body = parseJson(text);
  const error = typeof body === "object" && body !== null && "error" in body ? body.error : body;
  if (typeof error === "object" && error !== null && "message" in error) return String(error.message);
  return typeof error === "string" ? error : "";
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
