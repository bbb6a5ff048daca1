import { countNumberWords } from "./number-words";

/**
 * The three sizes of a word problem that rank its difficulty within a source (RECIPES: compressed size or distinct
 * character 5-grams; characters; numbers and number words). Each is log(1 + count).
 */
export const WORD_PROBLEM_MEASURES = ["distinct 5-grams", "characters", "numbers"] as const;

/** @returns (3) values in the order of `WORD_PROBLEM_MEASURES`. */
export function wordProblemMeasures(prompt: string): readonly [number, number, number] {
  const lower = prompt.toLowerCase();
  const grams = new Set<string>();
  for (let index = 0; index + 5 <= lower.length; index += 1) grams.add(lower.slice(index, index + 5));
  const numbers = prompt.match(/\d[\d,]*(?:\.\d+)?/g)?.length ?? 0;
  const words = countNumberWords(lower.match(/[a-z]+/g) ?? []);
  return [Math.log1p(grams.size), Math.log1p(prompt.length), Math.log1p(numbers + words)];
}
