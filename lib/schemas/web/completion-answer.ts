import { z } from "zod";

const logProbability = z.number().max(1e-3);

/**
 * The answer of `/v1/completions` with `logprobs`: (tokens) generated tokens, and for each the likeliest tokens of its
 * place. Servers leave out what they do not support, so that absence gets its own message.
 */
export const completionAnswerSchema = z.object({
  choices: z
    .array(
      z.object({
        logprobs: z
          .object({
            tokens: z.array(z.string()),
            token_logprobs: z.array(logProbability.nullable()),
            top_logprobs: z.array(z.record(z.string(), logProbability).nullable()).nullish(),
          })
          .nullish(),
      }),
    )
    .min(1),
});

/** The answer of `/v1/chat/completions` with `logprobs` and `top_logprobs`. */
export const chatAnswerSchema = z.object({
  choices: z
    .array(
      z.object({
        logprobs: z
          .object({
            content: z
              .array(
                z.object({
                  token: z.string(),
                  logprob: logProbability,
                  top_logprobs: z.array(z.object({ token: z.string(), logprob: logProbability })),
                }),
              )
              .nullish(),
          })
          .nullish(),
      }),
    )
    .min(1),
});
