/** A prompt as one line of lower-case words, so that spacing, case and punctuation do not hide a copy. */
export const normalizePrompt = (prompt: string): string =>
  prompt
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, " ")
    .trim();

/** The question of a multiple-choice prompt without its options; the whole prompt if it has none. */
export const questionStem = (prompt: string): string => prompt.split(/\n[A-J]\. /)[0] ?? prompt;
