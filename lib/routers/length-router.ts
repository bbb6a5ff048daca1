import { toWinRate } from "@/lib/domain/win-rate";
import { sigmoid } from "@/lib/math/sigmoid";
import type { Router } from "./router";

/** Log-odds of a win of the strong model: intercept + slope · ln(1 + length). */
export type LengthWeights = { readonly intercept: number; readonly slope: number };

/** Longer prompts count as this long: beyond it, length tells of pasted material, not of difficulty. */
const MAXIMUM_LENGTH = 20_000;

/** ln(1 + the prompt's Unicode code points, at most 20,000): the one feature of the length baseline. */
export function lengthFeature(prompt: string): number {
  let length = 0;
  // A code point outside the basic plane is a pair of units; no pair starts beyond the first 2 · 20,000 units.
  for (const _ of prompt.slice(0, 2 * MAXIMUM_LENGTH)) {
    if (length === MAXIMUM_LENGTH) break;
    length++;
  }
  return Math.log1p(length);
}

/** Baseline: a calibrated win rate from the prompt's length and nothing else. */
export function createLengthRouter({ weights }: { readonly weights: LengthWeights }): Router {
  return {
    id: "length",
    async scoreBatch(prompts) {
      return prompts.map((prompt) => toWinRate(sigmoid(weights.intercept + weights.slope * lengthFeature(prompt))));
    },
  };
}
