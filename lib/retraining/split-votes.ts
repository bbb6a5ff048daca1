import { normalizePrompt } from "@/lib/datasets/normalize-prompt";
import { stringHash } from "@/lib/math/string-hash";

/** One prompt in so many is held out. */
const PARTS = 5;
const SPLIT_SEED = 5;
const FOLD_SEED = 6;

/** Spelling apart: case, blanks and punctuation do not make another prompt. */
export function votePromptKey(prompt: string): string {
  const words = normalizePrompt(prompt);
  return words === "" ? prompt.trim() : words;
}

/**
 * Whether votes on a prompt are kept from training, to judge it by. Decided by the prompt alone, so that no prompt ever
 * stands on both sides, and what is held out today was held out from every earlier training too.
 */
export const isHeldOutPrompt = (prompt: string): boolean => stringHash(votePromptKey(prompt), SPLIT_SEED) % PARTS === 0;

/** One of `folds` parts of the votes that are learned from, by the prompt as well. */
export const foldOfPrompt = (prompt: string, folds: number): number =>
  stringHash(votePromptKey(prompt), FOLD_SEED) % folds;
