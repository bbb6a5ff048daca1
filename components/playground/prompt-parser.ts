import { createParser, debounce } from "nuqs";

/** The address follows the text when typing pauses this long. */
const URL_UPDATE_MS = 400;

/** `?prompt=`: what stands in the box, where a link can carry it; an empty one counts as none. */
export const promptParser = createParser({
  parse: (text: string): string | null => (text === "" ? null : text),
  serialize: (prompt: string) => prompt,
}).withOptions({ limitUrlUpdates: debounce(URL_UPDATE_MS) });
