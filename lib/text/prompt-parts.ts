/** A line that offers one answer of a multiple-choice question: `A. …`, `(B) …`, `C: …`. */
const OPTION_LINE = /^\(?[A-J][.):] ?(.*)$/gm;

/** Fewer lettered lines than this are a list, not a multiple-choice question. */
const MINIMUM_OPTIONS = 3;

/** What is asked, apart from the answers it offers. */
export type PromptParts = {
  /** The text before the first answer option; the whole prompt if it offers none. */
  readonly stem: string;
  /** The text of each answer option; empty for anything but multiple choice. */
  readonly options: readonly string[];
};

export function splitPrompt(prompt: string): PromptParts {
  const matches = [...prompt.matchAll(OPTION_LINE)];
  const first = matches[0];
  if (first === undefined || matches.length < MINIMUM_OPTIONS) return { stem: prompt, options: [] };
  return { stem: prompt.slice(0, first.index), options: matches.map((match) => match[1] ?? "") };
}
