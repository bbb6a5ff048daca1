import { countCharacters } from "@/lib/domain/prompt";
import { toWinRate, type WinRate } from "@/lib/domain/win-rate";
import { sigmoid } from "@/lib/math/sigmoid";
import type { ExplainingRouter } from "./explaining-router";

/** Log-odds of a win of the strong model: intercept + slope · ln(1 + length). */
export type LengthWeights = { readonly intercept: number; readonly slope: number };

/** Longer prompts count as this long: beyond it, length tells of pasted material, not of difficulty. */
const MAXIMUM_LENGTH = 20_000;

/** The prompt's Unicode code points, at most 20,000. */
function countedLength(prompt: string): number {
  let length = 0;
  // A code point outside the basic plane is a pair of units; no pair starts beyond the first 2 · 20,000 units.
  for (const _ of prompt.slice(0, 2 * MAXIMUM_LENGTH)) {
    if (length === MAXIMUM_LENGTH) break;
    length++;
  }
  return length;
}

/** ln(1 + the prompt's Unicode code points, at most 20,000): the one feature of the length baseline. */
export const lengthFeature = (prompt: string): number => Math.log1p(countedLength(prompt));

/** Baseline: a calibrated win rate from the prompt's length and nothing else. */
export function createLengthRouter({ weights }: { readonly weights: LengthWeights }): ExplainingRouter {
  const score = (prompt: string): WinRate =>
    toWinRate(sigmoid(weights.intercept + weights.slope * lengthFeature(prompt)));
  return {
    id: "length",
    scoreBatch: async (prompts) => prompts.map(score),
    explain: async (prompt) => ({
      kind: "length",
      winRate: score(prompt),
      scale: null,
      characters: countCharacters(prompt),
      counted: countedLength(prompt),
    }),
  };
}
