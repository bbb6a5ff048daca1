import { z } from "zod";

/** What is read of a `tokenizer.json` in Hugging Face's format; the tokenizer itself reads the rest. */
export const tokenizerFileSchema = z.looseObject({
  model: z.looseObject({ type: z.string(), vocab: z.union([z.record(z.string(), z.number()), z.array(z.unknown())]) }),
  added_tokens: z.array(z.looseObject({ id: z.number().int().min(0), content: z.string() })).default([]),
});
