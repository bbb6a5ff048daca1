import type { Row } from "./row";

/** Usual names of the column that holds prompts, the likeliest first. */
const PROMPT_NAMES = [
  "prompt",
  "question",
  "instruction",
  "input",
  "text",
  "query",
  "messages",
  "message",
  "conversation",
  "conversations",
  "content",
  "user_prompt",
  "user_input",
  "turns",
  "problem",
  "request",
];

/** Fields that hold what was answered, not asked. */
const ANSWERS = /(^|[._ ])(response|responses|completion|output|answer|choices|assistant|result)s?([._ ]|$)/i;

/** Would a column of this name be taken for the prompts? */
export const isPromptName = (name: string): boolean => rank(name) < PROMPT_NAMES.length;

/**
 * The column that most likely holds the prompts: the likeliest name that is filled in at least half as many rows as the
 * fullest column; without one, the fullest column of words, and of several the one with the most text.
 * @param rows some of the file's.
 * @returns an index into `columns`; undefined if no column has any text.
 */
export function guessColumn(columns: readonly string[], rows: readonly Row[]): number | undefined {
  const found = columns.map((name, index) => ({ name, index, filled: 0, words: 0, length: 0 }));
  for (const row of rows) {
    if ("problem" in row) continue;
    for (const column of found) {
      const cell = row.cells[column.index] ?? "";
      if (cell.trim() === "") continue;
      column.filled++;
      column.length += cell.length;
      if (/\p{L}/u.test(cell)) column.words++;
    }
  }
  const fullest = Math.max(0, ...found.map(({ filled }) => filled));
  const [named] = found
    .filter(({ name, filled }) => isPromptName(name) && filled * 2 >= fullest)
    .sort((a, b) => rank(a.name) - rank(b.name));
  if (named !== undefined) return named.index;
  const [full] = found
    .filter(({ filled }) => filled > 0)
    .sort(
      (a, b) => Number(ANSWERS.test(a.name)) - Number(ANSWERS.test(b.name)) || b.words - a.words || b.length - a.length,
    );
  return full?.index;
}

/** Place in the list above of the last part of a field's name; past its end for any other. */
function rank(name: string): number {
  const last = name.slice(name.lastIndexOf(".") + 1).trim();
  const place = ANSWERS.test(name) ? -1 : PROMPT_NAMES.indexOf(last.toLowerCase().replaceAll(/[\s-]+/g, "_"));
  return place === -1 ? PROMPT_NAMES.length : place;
}
