import { LONG_TECHNICAL_EASY_PROMPTS } from "./technical-easy-long-prompts";
import { SHORT_TECHNICAL_EASY_PROMPTS } from "./technical-easy-prompts";
import { DETAILED_TECHNICAL_HARD_PROMPTS } from "./technical-hard-detailed-prompts";
import { PROSE_TECHNICAL_HARD_PROMPTS } from "./technical-hard-prose-prompts";
import { SHORT_TECHNICAL_HARD_PROMPTS } from "./technical-hard-short-prompts";

/**
 * The technical prompts written for this project, in three classes, that teach a router which prompts are easy for a
 * weak model and which need a strong one: mathematics, the sciences, engineering, computing. The labels are the
 * authors' judgement (a prior, not a measurement). MIT.
 */
export const TECHNICAL_EASY_PROMPTS: readonly string[] = [
  ...SHORT_TECHNICAL_EASY_PROMPTS,
  ...LONG_TECHNICAL_EASY_PROMPTS,
];

export { TECHNICAL_MEDIUM_PROMPTS } from "./technical-medium-prompts";

export const TECHNICAL_HARD_PROMPTS: readonly string[] = [
  ...SHORT_TECHNICAL_HARD_PROMPTS,
  ...PROSE_TECHNICAL_HARD_PROMPTS,
  ...DETAILED_TECHNICAL_HARD_PROMPTS,
];
