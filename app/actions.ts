"use server";

import { scorePromptRequestSchema } from "@/lib/schemas/score-prompt-request";
import { requireAccess } from "@/lib/server/allowed";
import { answerAction } from "@/lib/server/answer-action";
import { scorePrompt as scoreByAllRouters } from "@/lib/server/score-prompt";

/** Every router's win rate for one prompt. Callable by anyone who can reach the page, so nothing is taken on trust. */
export async function scorePrompt(request: unknown) {
  return answerAction({
    schema: scorePromptRequestSchema,
    request,
    answer: async ({ prompt }) => {
      await requireAccess("action scorePrompt");
      return scoreByAllRouters(prompt);
    },
  });
}
