import { z } from "zod";

/** A row of the public MMLU and GSM8K files: the prompt as the models were given it; outcome columns follow it. */
export const rawQuestionSchema = z.object({ prompt: z.string() });

/** A line of the public MT-Bench questions. */
export const rawTurnsSchema = z.object({ question_id: z.number().int(), turns: z.tuple([z.string()], z.string()) });

/** A line of a data folder's own `benchmarks/*.jsonl`, as far as its text goes. */
export const questionLineSchema = z.union([
  z.object({ id: z.string(), prompt: z.string() }),
  z.object({ id: z.string(), turns: z.tuple([z.string()], z.string()) }),
]);
