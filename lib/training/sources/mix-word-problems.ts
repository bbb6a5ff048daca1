import { promptGate } from "@/lib/text/prompt-gate";
import { splitPrompt } from "@/lib/text/prompt-parts";

const SENTENCE_END = /(?<=[.?!])\s+/;
/** Formulas are no prose: half of one says nothing. */
const FORMULA = /[$\\]/;
/** Sentences that a made-up problem takes from one real problem, its question apart. */
const MOST_SENTENCES = 4;

/**
 * Made-up word problems for the teacher to score: some sentences of one or two real ones and the question of one of
 * them, in their order. They make no sense, but they vary in size and wording independently of each other, which real
 * problems of one source do not, and a student of the teacher needs to tell the two apart.
 * @param options.prompts real prompts of any kind; those in prose that are word problems are used.
 * @param options.count tries; what is no word problem any more is left out, so fewer come back.
 */
export function mixWordProblems(options: {
  prompts: readonly string[];
  count: number;
  random: () => number;
}): string[] {
  const { prompts, count, random } = options;
  const problems = prompts
    .filter((prompt) => !FORMULA.test(prompt) && isWordProblem(prompt))
    .map((prompt) => prompt.split(SENTENCE_END))
    .filter((sentences) => sentences.length > 1);
  if (problems.length === 0) return [];
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const some = (sentences: readonly string[]): readonly string[] => {
    const start = Math.floor(random() * sentences.length);
    return sentences.slice(start, start + 1 + Math.floor(random() * MOST_SENTENCES));
  };
  return Array.from({ length: count }, () => {
    const [first = [], second = []] = [pick(problems), pick(problems)];
    const statements = [...some(first.slice(0, -1)), ...(random() < 0.5 ? some(second.slice(0, -1)) : [])];
    return [...statements, first.at(-1) ?? ""].join(" ");
  }).filter(isWordProblem);
}

const isWordProblem = (prompt: string): boolean => promptGate(prompt, splitPrompt(prompt)) === "word problem";
