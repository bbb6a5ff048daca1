import { isRouterId } from "@/lib/domain/router-id";
import { answerJson } from "@/lib/http/answer-json";
import { failedResponse } from "@/lib/http/failed-response";
import { scorePromptRequestSchema } from "@/lib/schemas/web/score-prompt-request";
import { explainPrompt } from "./explain-prompt";

/** Why one router gives a prompt its win rate; 404 for one that cannot say, with the reason. */
export async function explanationResponse(router: string, request: Request): Promise<Response> {
  if (!isRouterId(router)) return failedResponse("not_found", "There is no such router.");
  return answerJson({
    request,
    schema: scorePromptRequestSchema,
    example: '{"prompt": "…"}',
    answer: ({ prompt }) => explainPrompt(router, prompt),
  });
}
