/** What a chat template, a schema and special tokens may add to a call's own text. */
const CALL_OVERHEAD = 400;

/**
 * About how many tokens a text has: four ASCII characters each, any other character one. Within a third or so for prose
 * and code of current vocabularies; for estimates before a call, never for accounts.
 */
export function estimateTokens(text: string): number {
  let [ascii, others] = [0, 0];
  for (const character of text) {
    if (character < "\u0080") ascii++;
    else others++;
  }
  return Math.ceil(ascii / 4) + others;
}

/** An upper bound of a call's input tokens: byte-pair vocabularies make at most one token of a byte. */
export function maximumInputTokens(...texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), CALL_OVERHEAD);
}
