/**
 * About how many tokens a text has: four ASCII characters each, any other character one. Within a third or so for prose
 * and code of current vocabularies; for estimates, never for accounts.
 */
export function estimateTokens(text: string): number {
  let [ascii, others] = [0, 0];
  for (const character of text) {
    if (character < "\u0080") ascii++;
    else others++;
  }
  return Math.ceil(ascii / 4) + others;
}
