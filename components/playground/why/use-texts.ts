"use client";

import type { PromptOrigin } from "@/lib/domain/router-explanation";
import { type PromptTextsAnswer, promptTextsAnswerSchema } from "@/lib/schemas/web/prompt-texts-answer";
import { useRequest } from "./use-request";

const NONE: PromptTextsAnswer = { texts: [], advice: null };

/** The beginnings of data sets' prompts, in order, where the server's data folder has them; the figures stand without. */
export function useTexts(origins: readonly PromptOrigin[], prompt: string): PromptTextsAnswer {
  const prompts = origins.map(({ source, id }) => ({ source, id }));
  const asked = useRequest({
    path: "/prompt-texts",
    prompt,
    body: prompts.length === 0 ? null : { prompts },
    schema: promptTextsAnswerSchema,
  });
  if (asked === null || asked.prompt !== prompt) return NONE;
  return asked.answer ?? { texts: [], advice: asked.failure };
}
