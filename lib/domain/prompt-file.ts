/** Largest file of prompts that is read: 200 MB. */
export const MAX_PROMPT_FILE_BYTES = 200 * 1024 * 1024;

/** Most rows of one file, with or without a usable prompt. */
export const MAX_PROMPT_FILE_ROWS = 1_000_000;

/** Longest row, in UTF-16 code units: a longer one is passed over without ever being held in memory. */
export const MAX_ROW_LENGTH = 1_000_000;

/** What text that was pasted, not brought as a file, is named. */
export const PASTED_NAME = "pasted.txt";
