import { countNumberWords } from "./number-words";

/**
 * The sizes of a word problem that rank its difficulty within a source, each log(1 + count). Chosen by leaving sources out
 * one at a time (docs/experiments.md): distinct character 5-grams (what compression leaves of it), characters of the
 * longest sentence, numbers and number words, distinct words that carry meaning, and breaks between clauses.
 */
export const WORD_PROBLEM_MEASURES = [
  "distinct 5-grams",
  "longest sentence",
  "numbers",
  "content words",
  "clauses",
] as const;

/** Words that are in every problem and tell nothing of this one. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  "the a an of to in on at for and or is are was were be been has have had he she it they his her their its with by from as that this how many much what if then than there will would can each per did do does not no so all".split(
    " ",
  ),
);
const SENTENCE_END = /(?<=[.!?])\s+/;
const CLAUSE_BREAK = /[,;]|\b(?:and|but|if|then|when|while|after|before|which|who|that)\b/g;

/** @returns (WORD_PROBLEM_MEASURES.length) values in their order; all 0 for an empty prompt. */
export function wordProblemMeasures(prompt: string): readonly number[] {
  const lower = prompt.toLowerCase();
  const grams = new Set<string>();
  for (let index = 0; index + 5 <= lower.length; index += 1) grams.add(lower.slice(index, index + 5));
  const longest = prompt.split(SENTENCE_END).reduce((most, sentence) => Math.max(most, sentence.length), 0);
  const words = lower.match(/[a-z]+/g) ?? [];
  const numbers = (prompt.match(/\d[\d,]*(?:\.\d+)?/g)?.length ?? 0) + countNumberWords(words);
  const content = new Set(words.filter((word) => !FUNCTION_WORDS.has(word)));
  const clauses = lower.match(CLAUSE_BREAK)?.length ?? 0;
  return [grams.size, longest, numbers, content.size, clauses].map(Math.log1p);
}
