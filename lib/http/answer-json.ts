import type { z } from "zod";
import { ERROR_CODES } from "@/lib/domain/routing-error";
import { answerAction } from "./answer-action";

const headers = { "Cache-Control": "no-store" };
const refuse = (status: number, message: string): Response => Response.json({ message }, { status, headers });

/**
 * Answers a page's question about a prompt, or refuses it with one sentence. JSON only, so that no other site can have a
 * visitor's browser ask.
 * @param options.example of a body, for the refusal.
 */
export async function answerJson<Schema extends z.ZodType, Answer extends object>(options: {
  readonly request: Request;
  readonly schema: Schema;
  readonly example: string;
  readonly answer: (request: z.infer<Schema>) => Promise<Answer>;
}): Promise<Response> {
  const { request, schema, example } = options;
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
    return refuse(415, `The request must be JSON: ${example}.`);
  }
  const answer = await answerAction({
    schema,
    request: await request.json().catch(() => undefined),
    answer: async (parsed) => ({ answered: await options.answer(parsed) }),
  });
  if ("answered" in answer) return Response.json(answer.answered, { headers });
  const { code, message } = answer.error;
  return refuse(code === "internal" ? 500 : ERROR_CODES[code].httpStatus, message);
}
