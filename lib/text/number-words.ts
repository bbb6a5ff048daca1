/** Words that stand for a quantity; whole words, lower case. */
export const NUMBER_WORDS: ReadonlySet<string> = new Set(
  "one two three four five six seven eight nine ten eleven twelve dozen hundred thousand half third quarter twice double triple thrice".split(
    " ",
  ),
);

/** How many of `words` (lower case) stand for a quantity. */
export function countNumberWords(words: readonly string[]): number {
  let count = 0;
  for (const word of words) if (NUMBER_WORDS.has(word)) count += 1;
  return count;
}
