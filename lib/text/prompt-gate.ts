import { countNumberWords } from "./number-words";
import type { PromptParts } from "./prompt-parts";

/** The four kinds of prompt that are scored by different columns, because different things make them hard. */
export type Gate = "multiple choice" | "word problem" | "code" | "chat";

const CODE_CUE = /```|def |assert|python|c\+\+|javascript|sql|\bcode\b/;
const FORMULA_CUE = /\\[a-z]+|[=^]/;
const QUANTITY_QUESTION =
  /how (?:many|much|long|far|old|fast|tall)|what (?:is|was|will|percent|fraction)|find|calculate|compute|average|total|\bper\b|\beach\b/;

/** Longer texts with numbers in them are documents to work on, not word problems. */
const WORD_PROBLEM_CHARACTERS = 1500;

/** Which columns score a prompt. Looks at form alone (options, code, formulas, quantities), never at length of answer. */
export function promptGate(prompt: string, parts: PromptParts): Gate {
  if (parts.options.length > 0) return "multiple choice";
  const lower = prompt.toLowerCase();
  if (CODE_CUE.test(lower)) return "code";
  if (FORMULA_CUE.test(prompt)) return "word problem";
  const quantities = (prompt.match(/\d/g)?.length ?? 0) + countNumberWords(lower.match(/[a-z]+/g) ?? []);
  const asksQuantity = quantities >= 2 && QUANTITY_QUESTION.test(lower);
  return asksQuantity && prompt.length < WORD_PROBLEM_CHARACTERS ? "word problem" : "chat";
}
