import { GENERAL_EASY_PROMPTS } from "./general-easy-prompts";
import { GENERAL_HARD_PROMPTS } from "./general-hard-prompts";
import { GENERAL_MEDIUM_PROMPTS } from "./general-medium-prompts";
import { TECHNICAL_EASY_PROMPTS, TECHNICAL_HARD_PROMPTS, TECHNICAL_MEDIUM_PROMPTS } from "./technical-prompts";

/** How much a prompt asks of a model, as its author judged it. */
export type Demand = "easy" | "medium" | "hard";

/** A prompt written for this project, with its author's judgement: a prior, not a measurement. */
export type WrittenPrompt = { readonly prompt: string; readonly demand: Demand };

const labelled = (prompts: readonly string[], demand: Demand): WrittenPrompt[] =>
  prompts.map((prompt) => ({ prompt, demand }));

export const WRITTEN_PROMPTS: readonly WrittenPrompt[] = [
  ...labelled(TECHNICAL_EASY_PROMPTS, "easy"),
  ...labelled(GENERAL_EASY_PROMPTS, "easy"),
  ...labelled(TECHNICAL_MEDIUM_PROMPTS, "medium"),
  ...labelled(GENERAL_MEDIUM_PROMPTS, "medium"),
  ...labelled(TECHNICAL_HARD_PROMPTS, "hard"),
  ...labelled(GENERAL_HARD_PROMPTS, "hard"),
];
