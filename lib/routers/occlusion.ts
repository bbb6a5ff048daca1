import type { OccludedPiece } from "@/lib/domain/router-explanation";
import { type TextPiece, textPieces } from "@/lib/text/text-pieces";

/** A prompt of up to this many characters is cheap to score, and cut into words at once. */
const SHORT_CHARACTERS = 600;
const SHORT_PIECES = 48;

/** Pieces that a longer text is cut into at first, and those that what matters of it is cut into afterwards. */
const COARSE_PIECES = 10;
const FINE_PIECES = 20;

/** Reading a text this long takes most of a score's time, so it is scored less often. */
const VERY_LONG_CHARACTERS = 8_000;
const VERY_LONG_FINE_PIECES = 8;

type Score = (prompts: readonly string[]) => Promise<readonly number[]>;

/**
 * What each piece of a prompt does to its win rate: the prompt is scored again without it. A long prompt is cut coarsely
 * first, and only pieces that change anything (a model may not read all of it) are cut further: at most 32 scores of a
 * long prompt (22 of a very long one), 49 of a short one.
 * @param score win rates of many prompts.
 * @returns the pieces in order, without gaps. A prompt of one word has none: without it nothing is left to score.
 */
export async function occludeText(prompt: string, score: Score): Promise<OccludedPiece[]> {
  const isShort = prompt.length <= SHORT_CHARACTERS;
  const pieces = textPieces(prompt, isShort ? SHORT_PIECES : COARSE_PIECES);
  if (pieces.length < 2) return [];
  const [whole, ...scored] = await scoreWithout(prompt, pieces, score);
  if (isShort || whole === undefined) return scored;
  const alive = scored.filter(({ without }) => without !== whole.without);
  const finest = prompt.length > VERY_LONG_CHARACTERS ? VERY_LONG_FINE_PIECES : FINE_PIECES;
  const each = Math.max(1, Math.floor(finest / Math.max(1, alive.length)));
  const fine = alive.flatMap(({ start, end }) =>
    textPieces(prompt.slice(start, end), each).map((piece) => ({ start: start + piece.start, end: start + piece.end })),
  );
  const [, ...finer] = await scoreWithout(prompt, fine, score);
  return [...scored.filter((piece) => !alive.includes(piece)), ...finer].toSorted((a, b) => a.start - b.start);
}

/** @returns first the whole prompt (as a piece that hides nothing), then each piece. */
async function scoreWithout(prompt: string, pieces: readonly TextPiece[], score: Score): Promise<OccludedPiece[]> {
  const all = [{ start: 0, end: 0 }, ...pieces];
  const winRates = await score(all.map(({ start, end }) => prompt.slice(0, start) + prompt.slice(end)));
  return all.map((piece, index) => ({ ...piece, without: winRates[index] ?? Number.NaN }));
}
