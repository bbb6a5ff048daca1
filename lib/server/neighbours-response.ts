import "server-only";
import { scorePromptRequestSchema } from "@/lib/schemas/score-prompt-request";
import { answerJson } from "./answer-json";
import { findNeighbours } from "./find-neighbours";

/** The prompts most like one. */
export const neighboursResponse = (request: Request): Promise<Response> =>
  answerJson({
    request,
    schema: scorePromptRequestSchema,
    example: '{"prompt": "…"}',
    answer: ({ prompt }) => findNeighbours(prompt),
  });
