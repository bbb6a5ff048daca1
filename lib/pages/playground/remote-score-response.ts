import { isRouterId } from "@/lib/domain/router-id";
import { answerJson } from "@/lib/http/answer-json";
import { failedResponse } from "@/lib/http/failed-response";
import { scorePromptRequestSchema } from "@/lib/schemas/web/score-prompt-request";
import { scoreRemotely } from "./score-remotely";

/**
 * The score of one prompt by a router on another machine. A failure of that machine is an answer (200, with the reason):
 * only requests that are wrong are refused.
 */
export async function remoteScoreResponse(router: string, request: Request): Promise<Response> {
  if (!isRouterId(router)) return failedResponse("not_found", "There is no such router.");
  return answerJson({
    request,
    schema: scorePromptRequestSchema,
    example: '{"prompt": "…"}',
    answer: ({ prompt }) => scoreRemotely(router, prompt),
  });
}
