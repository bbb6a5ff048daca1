/** What a chat template, a schema and special tokens may add to a call's own text. */
const CALL_OVERHEAD = 400;

/** An upper bound of a call's input tokens: byte-pair vocabularies make at most one token of a byte. */
export function maximumInputTokens(...texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), CALL_OVERHEAD);
}
