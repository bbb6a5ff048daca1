import type { Instruction } from "./instruction";
import type { TokenReader } from "./read-tokenizer";

/** No more characters a token than this are read: what long texts lose anyway need not be tokenized first. */
const CHARACTERS_PER_TOKEN = 20;

/** Prompt → the ids that a model is given. */
export type SequenceMaker = (prompt: string) => number[];

/**
 * Ids of a prompt, at most `room` of them: of a longer one the first two thirds and the last third, since what is asked
 * stands at the start or at the end of pasted material. Training and serving both read prompts by it.
 */
function promptTokens(reader: TokenReader, { prompt, room }: { prompt: string; room: number }): number[] {
  const textCut = keptEnds(prompt.length, room * CHARACTERS_PER_TOKEN);
  const text = textCut === undefined ? prompt : prompt.slice(0, textCut.head) + prompt.slice(textCut.tail);
  const ids = reader.encode(text);
  const cut = keptEnds(ids.length, room);
  return cut === undefined ? ids : [...ids.slice(0, cut.head), ...ids.slice(cut.tail)];
}

/** Where the kept head ends and the kept tail begins; undefined where everything fits. */
function keptEnds(length: number, limit: number): { head: number; tail: number } | undefined {
  if (length <= limit) return undefined;
  const head = Math.ceil((2 * limit) / 3);
  return { head, tail: length - (limit - head) };
}

/** What an encoder reads: the prompt between what the tokenizer puts around every text. */
export function encoderSequences(reader: TokenReader, { positions }: { positions: number }): SequenceMaker {
  const { before, after } = reader.frame;
  const room = positions - before.length - after.length;
  return (prompt) => [...before, ...promptTokens(reader, { prompt, room }), ...after];
}

/** What a decoder reads: an instruction around the prompt, always whole, so that the next token is a label. */
export function decoderSequences(
  reader: TokenReader,
  { positions, instruction }: { positions: number; instruction: Instruction },
): SequenceMaker {
  const before = reader.encodeOwn(instruction.before);
  const after = reader.encodeOwn(instruction.after);
  const room = Math.max(1, positions - before.length - after.length);
  return (prompt) => [...before, ...promptTokens(reader, { prompt, room }), ...after];
}
