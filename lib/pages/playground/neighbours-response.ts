import { answerJson } from "@/lib/http/answer-json";
import { scorePromptRequestSchema } from "@/lib/schemas/web/score-prompt-request";
import { findNeighbours } from "./find-neighbours";

/** The prompts most like one. */
export const neighboursResponse = (request: Request): Promise<Response> =>
  answerJson({
    request,
    schema: scorePromptRequestSchema,
    example: '{"prompt": "…"}',
    answer: ({ prompt }) => findNeighbours(prompt),
  });
