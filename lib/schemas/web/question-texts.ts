import { z } from "zod";

/** What the server answers when asked for the texts of a category's questions. */
export const questionTextsSchema = z.object({
  /** By question id; those that the data folder has. */
  texts: z.record(z.string(), z.string()),
  /** How to get them, where the data folder has none. */
  advice: z.string().nullable(),
});

export type QuestionTexts = z.infer<typeof questionTextsSchema>;
