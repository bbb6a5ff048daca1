/**
 * Longest prompt in an address, in characters once percent-encoded (up to 9 for a Chinese one). Servers refuse requests with
 * more than 16 KB of headers, and Next sends the address in up to three of them.
 */
const MAX_ENCODED_LENGTH = 4000;

/** Half of a surrogate pair without its other half: cannot be written into an address. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** @returns the prompt where a link can carry it, else null. */
export function shareablePrompt(prompt: string): string | null {
  // Encoding never shortens, so what is too long already need not be encoded; and it throws on lone surrogates.
  if (prompt === "" || prompt.length > MAX_ENCODED_LENGTH || LONE_SURROGATE.test(prompt)) return null;
  return encodeURIComponent(prompt).length <= MAX_ENCODED_LENGTH ? prompt : null;
}
