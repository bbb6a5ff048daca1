import { tokenWindow } from "./token-window";

/** Text → token ids of one vocabulary. */
export type Encode = (text: string) => readonly number[];

/** Where the prompt goes in an instruction. */
export const PROMPT_PLACE = "{prompt}";

/** Longer prompts lose their middle before they are read: no model here looks at so many tokens. */
const LONGEST_PROMPT = 6000;
const KEPT_HEAD = 4000;

/** Stands in for a prompt that reads as nothing. */
const NOTHING = " ";

/**
 * A prompt as the token ids that a transformer of limited length reads; the same in training and in use.
 * @param options.instruction text around `{prompt}`; without it the prompt stands alone. Both sides of it are always
 *   there in full, and the prompt gets what room is left.
 * @param options.positions longest sequence.
 * @returns (1 to positions) ids.
 */
export function createPromptSequence(options: {
  encode: Encode;
  positions: number;
  instruction?: string;
}): (prompt: string) => number[] {
  const { encode, positions, instruction = PROMPT_PLACE } = options;
  const place = instruction.indexOf(PROMPT_PLACE);
  if (place < 0) throw new TypeError(`An instruction needs ${PROMPT_PLACE}, where the prompt goes`);
  const before = read(encode, instruction.slice(0, place));
  const after = read(encode, instruction.slice(place + PROMPT_PLACE.length));
  const room = positions - before.length - after.length;
  if (room < 1) throw new TypeError(`The instruction takes all ${positions} positions`);
  return (prompt) => {
    const ids = read(encode, shorten(prompt));
    return [...before, ...tokenWindow(ids.length > 0 ? ids : read(encode, NOTHING), room), ...after];
  };
}

const read = (encode: Encode, text: string): readonly number[] => (text === "" ? [] : encode(text));

const shorten = (prompt: string): string =>
  prompt.length <= LONGEST_PROMPT
    ? prompt
    : prompt.slice(0, KEPT_HEAD) + prompt.slice(prompt.length - (LONGEST_PROMPT - KEPT_HEAD));
