import { z } from "zod";

/** One row of a user's own prompts, from JSON Lines or CSV; other columns are passed over. */
export const promptLineSchema = z.object({
  prompt: z.string().refine((prompt) => prompt.trim() !== "", { error: "is empty; every row needs a prompt" }),
});
