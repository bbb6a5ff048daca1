import { z } from "zod";
import { findPromptProblem } from "@/lib/domain/prompt";

/** What the playground asks the server: the win rates of one prompt. The reasons for a refusal are the domain's. */
export const scorePromptRequestSchema = z.object({
  prompt: z.string({ error: "A prompt must be a text." }).superRefine((prompt, context) => {
    const problem = findPromptProblem(prompt);
    if (problem !== undefined) context.addIssue({ code: "custom", message: problem });
  }),
});
