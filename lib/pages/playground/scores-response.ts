import { ERROR_CODES, RoutingError } from "@/lib/domain/routing-error";
import { answerAction } from "@/lib/http/answer-action";
import { type EndpointAnswer, type EndpointRequest, jsonAnswer } from "@/lib/http/exchange";
import { readBody } from "@/lib/http/read-body";
import { scorePromptRequestSchema } from "@/lib/schemas/web/score-prompt-request";
import { scorePrompt } from "./score-prompt";

/** The longest prompt however it is written, and enough more to be told by how much one is too long. */
const MAXIMUM_BYTES = 1_000_000;
const headers = { "Cache-Control": "no-store" };
const refuse = (status: number, message: string): EndpointAnswer => jsonAnswer({ message }, { status, headers });

/**
 * `POST /scores`, `{"prompt": "…"}`: every router's win rate for one prompt. For anybody who reaches the page, so nothing
 * is taken on trust; and not by Next, whose way to an answer costs more than the routers.
 */
export async function scoresRoute(request: EndpointRequest): Promise<EndpointAnswer> {
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
    return refuse(415, 'The request must be JSON: {"prompt": "…"}.');
  }
  let text: string;
  try {
    text = await readBody(request, MAXIMUM_BYTES);
  } catch (error) {
    if (!(error instanceof RoutingError)) throw error;
    return refuse(ERROR_CODES[error.code].httpStatus, error.message);
  }
  const answer = await answerAction({
    schema: scorePromptRequestSchema,
    request: parse(text),
    answer: async ({ prompt }) => ({ scores: await scorePrompt(prompt) }),
  });
  if ("scores" in answer) return jsonAnswer(answer.scores, { headers });
  const { code, message } = answer.error;
  return refuse(code === "internal" ? 500 : ERROR_CODES[code].httpStatus, message);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
