/** A stretch of a text, in UTF-16 units, end excluded. */
export type TextPiece = { readonly start: number; readonly end: number };

/** Words by the rules of Unicode, so that scripts without blanks are cut too. */
const SEGMENTER = new Intl.Segmenter("und", { granularity: "word" });

/**
 * A text cut into at most `most` pieces of whole words, each with the blanks and marks behind it; of a longer text,
 * neighbouring words share a piece. Pieces follow one another without gaps.
 */
export function textPieces(text: string, most: number): TextPiece[] {
  const starts: number[] = [];
  for (const { index, isWordLike } of SEGMENTER.segment(text)) if (isWordLike === true) starts.push(index);
  const perPiece = Math.max(1, Math.ceil(starts.length / most));
  const cuts = starts.filter((_, word) => word % perPiece === 0);
  // What stands before the first word belongs to it.
  return (cuts.length === 0 ? [0] : cuts).map((start, piece) => ({
    start: piece === 0 ? 0 : start,
    end: cuts[piece + 1] ?? text.length,
  }));
}
