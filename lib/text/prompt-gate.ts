import { countNumberWords } from "./number-words";
import type { PromptParts } from "./prompt-parts";

/** The four kinds of prompt that are scored by different columns, because different things make them hard. */
export type Gate = "multiple choice" | "word problem" | "code" | "chat";

/** “code” alone, but not a dress code, a zip code or a code of conduct. */
const CODE_CUE =
  /```|def |assert|python|c\+\+|javascript|sql|\bcode\b(?<!\b(?:dress|zip|postal|post|area|tax|civil|penal|building|morse|promo|discount|country|qr|bar|pin) code)(?! of\b)/;

/** A LaTeX command by name (so that a Windows path is none), or = or ^ with something to compute on both sides. */
const FORMULA_CUE =
  /\\(?:[dt]?frac|sqrt|sum|prod|int|lim|log|ln|sin|cos|tan|pi|theta|alpha|beta|gamma|delta|lambda|mu|sigma|phi|omega|cdot|times|div|leq?|geq?|neq?|infty|math\w+|text|left|right|begin|binom|angle|triangle|circ|overline|pm|equiv|pmod|ldots|quad|vec|partial|nabla|approx)(?![a-z])|[\p{L}\p{N})\]}²³']\s*[=^]\s*[-+({[|\\]*\s*[\p{L}\p{N}]/u;

/** Addresses hold = and numbers of their own. */
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/gi;

const QUANTITY_QUESTION =
  /how (?:many|much|long|far|old|fast|tall)|what (?:is|was|will|percent|fraction)|find|calculate|compute|average|total|\bper\b|\beach\b/;

/**
 * Shorter questions of a quantity are small change (“What is 2 + 2?”), longer texts with numbers in them are documents to
 * work on: neither is a word problem.
 */
const WORD_PROBLEM_CHARACTERS = { minimum: 60, maximum: 1500 };

/** Which columns score a prompt. Looks at form alone (options, code, formulas, quantities), never at length of answer. */
export function promptGate(written: string, parts: PromptParts): Gate {
  if (parts.options.length > 0) return "multiple choice";
  const prompt = written.replace(ADDRESS, " ");
  const lower = prompt.toLowerCase();
  if (CODE_CUE.test(lower)) return "code";
  // The first test is cheap and rules most prompts out.
  if (/[=^\\]/.test(prompt) && FORMULA_CUE.test(prompt)) return "word problem";
  const quantities = (prompt.match(/\d/g)?.length ?? 0) + countNumberWords(lower.match(/[a-z]+/g) ?? []);
  const asksQuantity = quantities >= 2 && QUANTITY_QUESTION.test(lower);
  const { minimum, maximum } = WORD_PROBLEM_CHARACTERS;
  return asksQuantity && prompt.length >= minimum && prompt.length < maximum ? "word problem" : "chat";
}
