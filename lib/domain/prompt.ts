/** Longest prompt that routers take, in characters (Unicode code points, as people count them). */
export const MAX_PROMPT_CHARACTERS = 32_000;

/** Number of Unicode code points; an unpaired surrogate counts as one. */
export function countCharacters(text: string): number {
  let surrogatePairs = 0;
  for (let index = 0; index < text.length - 1; index++) {
    const isPair = (text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00;
    if (isPair) surrogatePairs++;
  }
  return text.length - surrogatePairs;
}

/** Spaces, control characters and marks without a glyph of their own: nothing a model could answer. */
const NOTHING_VISIBLE = /^[\s\p{Cc}\p{Cf}]*$/u;

/** @returns one sentence that says why `prompt` cannot be scored and what would be right; undefined if it can. */
export function findPromptProblem(prompt: string): string | undefined {
  const characters = countCharacters(prompt);
  if (characters > MAX_PROMPT_CHARACTERS) {
    const [limit, found, excess] = [MAX_PROMPT_CHARACTERS, characters, characters - MAX_PROMPT_CHARACTERS].map(
      (count) => count.toLocaleString("en-US"),
    );
    return `A prompt may have up to ${limit} characters, but this one has ${found}: shorten it by ${excess}.`;
  }
  if (prompt === "") return "The prompt is empty: type or pass some text.";
  if (NOTHING_VISIBLE.test(prompt)) return "This prompt holds nothing but blanks: type or pass some text.";
  return undefined;
}
