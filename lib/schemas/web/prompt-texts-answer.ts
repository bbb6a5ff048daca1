import { z } from "zod";

/** Most texts that are read at once. */
const MOST_TEXTS = 32;

/** Rows of data sets whose text is asked for. */
export const promptTextsRequestSchema = z.object({
  prompts: z.array(z.object({ source: z.string().max(200), id: z.string().max(200) })).max(MOST_TEXTS),
});

/** Their beginnings, in the order asked; null where the data folder does not have the row. */
export const promptTextsAnswerSchema = z.object({
  texts: z.array(z.string().nullable()),
  /** How to get them, where none of them is there. */
  advice: z.string().nullable(),
});

export type PromptTextsAnswer = z.infer<typeof promptTextsAnswerSchema>;
