import "server-only";
import { isRouterId } from "@/lib/domain/router-id";
import { ERROR_CODES } from "@/lib/domain/routing-error";
import { scorePromptRequestSchema } from "@/lib/schemas/score-prompt-request";
import { answerAction } from "./answer-action";
import { scoreRemotely } from "./score-remotely";

const headers = { "Cache-Control": "no-store" };
const refuse = (status: number, message: string): Response => Response.json({ message }, { status, headers });

/**
 * The score of one prompt by a router on another machine. A failure of that machine is an answer (200, with the reason):
 * only requests that are wrong are refused. JSON only, so that no other site can have a visitor's browser spend money.
 */
export async function remoteScoreResponse(router: string, request: Request): Promise<Response> {
  if (!isRouterId(router)) return refuse(404, "There is no such router.");
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
    return refuse(415, 'The request must be JSON: {"prompt": "…"}.');
  }
  const answer = await answerAction({
    schema: scorePromptRequestSchema,
    request: await request.json().catch(() => undefined),
    answer: ({ prompt }) => scoreRemotely(router, prompt),
  });
  if (!("error" in answer)) return Response.json(answer, { headers });
  const { code, message } = answer.error;
  return refuse(code === "internal" ? 500 : ERROR_CODES[code].httpStatus, message);
}
