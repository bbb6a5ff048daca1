import type { SeenCall, ServerAnswer } from "./openai-server";

const answer = (body: unknown): ServerAnswer => ({ status: 200, body: JSON.stringify(body) });

/** Embeddings of what was asked for, by a function of the text. */
export const embeddingsAnswer = (call: SeenCall, embed: (text: string) => readonly number[]): ServerAnswer =>
  answer({
    object: "list",
    model: call.model,
    data: call.input.map((text, index) => ({ object: "embedding", index, embedding: embed(text) })),
    usage: { prompt_tokens: 3, total_tokens: 3 },
  });

/** One generated token a place, each with the probabilities of the likeliest tokens there. */
export type PlaceProbabilities = readonly (readonly [token: string, likeliest: Readonly<Record<string, number>>])[];

const logs = (likeliest: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(likeliest).map(([token, probability]) => [token, Math.log(probability)]));

/** As `/v1/completions` answers with `logprobs`. */
export const completionAnswer = (places: PlaceProbabilities): ServerAnswer =>
  answer({
    object: "text_completion",
    choices: [
      {
        index: 0,
        text: places.map(([token]) => token).join(""),
        logprobs: {
          tokens: places.map(([token]) => token),
          token_logprobs: places.map(([token, likeliest]) => Math.log(likeliest[token] ?? 1e-9)),
          top_logprobs: places.map(([, likeliest]) => logs(likeliest)),
        },
      },
    ],
  });

/** As `/v1/chat/completions` answers with `logprobs` and `top_logprobs`. */
export const chatAnswer = (places: PlaceProbabilities): ServerAnswer =>
  answer({
    object: "chat.completion",
    choices: [
      {
        index: 0,
        message: { role: "assistant", content: places.map(([token]) => token).join("") },
        logprobs: {
          content: places.map(([token, likeliest]) => ({
            token,
            logprob: Math.log(likeliest[token] ?? 1e-9),
            top_logprobs: Object.entries(logs(likeliest)).map(([written, logprob]) => ({ token: written, logprob })),
          })),
        },
      },
    ],
  });
