/** Longer addresses are cut or refused by mail programs, chats and proxies. */
const MAX_LENGTH = 2000;

/** Half of a surrogate pair without its other half: cannot be written into an address. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** @returns the prompt where a link can carry it, else null. */
export const shareablePrompt = (prompt: string): string | null =>
  prompt === "" || prompt.length > MAX_LENGTH || LONE_SURROGATE.test(prompt) ? null : prompt;
