/** Errors of the language itself: their messages speak of code, those of libraries may quote what they were given. */
const OF_THE_LANGUAGE = new Set(["TypeError", "RangeError", "ReferenceError"]);

/** A failure that nobody foresaw, for a log that no prompt may enter: its kind and place, and words that are safe. */
export function describeUnexpectedError(error: unknown): { readonly failure: string; readonly at?: readonly string[] } {
  if (!(error instanceof Error)) return { failure: typeof error };
  const at = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const failure = OF_THE_LANGUAGE.has(error.name) ? `${error.name}: ${error.message}` : error.name;
  return { failure, at: at.map((line) => line.trim()) };
}
