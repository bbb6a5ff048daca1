import type { OccludedPiece } from "@/lib/domain/router-explanation";
import { type TextPiece, textPieces } from "@/lib/text/text-pieces";

/** Pieces that the whole text is cut into at first, and those that what matters of it is cut into afterwards. */
const COARSE_PIECES = 12;
const FINE_PIECES = 48;

/**
 * What each piece of a prompt does to its win rate: the prompt is scored again without it. A long prompt is cut coarsely
 * first, and only pieces that change anything (a model may not read all of it) are cut into words: at most 60 scores.
 * @param score win rates of many prompts.
 * @returns the pieces in order, without gaps. A prompt of one piece has none: without it nothing is left to score.
 */
export async function occludeText(
  prompt: string,
  score: (prompts: readonly string[]) => Promise<readonly number[]>,
): Promise<OccludedPiece[]> {
  const [whole, ...coarse] = await scoreWithout(prompt, textPieces(prompt, COARSE_PIECES), score);
  const words = textPieces(prompt, FINE_PIECES);
  if (whole === undefined || words.length < 2) return [];
  if (words.length <= coarse.length) return coarse;
  const alive = coarse.filter(({ without }) => without !== whole.without);
  const each = Math.max(1, Math.floor(FINE_PIECES / Math.max(1, alive.length)));
  const fine = alive.flatMap(({ start, end }) =>
    textPieces(prompt.slice(start, end), each).map((piece) => ({ start: start + piece.start, end: start + piece.end })),
  );
  const [, ...scored] = await scoreWithout(prompt, fine, score);
  return [...coarse.filter((piece) => !alive.includes(piece)), ...scored].toSorted((a, b) => a.start - b.start);
}

/** @returns first the whole prompt (as a piece that hides nothing), then each piece. */
async function scoreWithout(
  prompt: string,
  pieces: readonly TextPiece[],
  score: (prompts: readonly string[]) => Promise<readonly number[]>,
): Promise<OccludedPiece[]> {
  const all = [{ start: 0, end: 0 }, ...pieces];
  const winRates = await score(all.map(({ start, end }) => prompt.slice(0, start) + prompt.slice(end)));
  return all.map((piece, index) => ({ ...piece, without: winRates[index] ?? Number.NaN }));
}
