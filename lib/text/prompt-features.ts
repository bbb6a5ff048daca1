import type { SparseRow } from "@/lib/math/sparse-row";
import { handFeatures } from "./hand-features";
import { createNgramCounter } from "./hashed-features";
import { type Gate, promptGate } from "./prompt-gate";
import { type PromptParts, splitPrompt } from "./prompt-parts";

/** What is read off a prompt before anything learned comes in. */
export type PromptFeatures = {
  readonly prompt: string;
  readonly parts: PromptParts;
  readonly gate: Gate;
  /** n-gram counts; `weighRow` turns them into weights. */
  readonly counts: SparseRow;
  /** (HAND_FEATURES.length) raw. */
  readonly hand: Float64Array;
};

/** Reads all features of many prompts, in order. */
export function readPromptFeatures(prompts: readonly string[]): PromptFeatures[] {
  const countNgrams = createNgramCounter();
  return prompts.map((prompt) => {
    const parts = splitPrompt(prompt);
    return {
      prompt,
      parts,
      gate: promptGate(prompt, parts),
      counts: countNgrams(prompt),
      hand: handFeatures(prompt, parts),
    };
  });
}

/** Hand features are cut off here, in standard deviations: a freak prompt shall not outweigh all else. */
const STANDARD_LIMIT = 4;

/** @returns (n) (value − mean) / deviation, within ±4. */
export function standardizeHand(
  hand: Float64Array,
  standard: { readonly means: readonly number[]; readonly deviations: readonly number[] },
): Float64Array {
  return hand.map((value, index) => {
    const standardised = (value - (standard.means[index] ?? 0)) / (standard.deviations[index] ?? 1);
    return Math.min(STANDARD_LIMIT, Math.max(-STANDARD_LIMIT, standardised));
  });
}
