import type { OccludedPiece } from "@/lib/domain/router-explanation";

/** A stretch of the prompt, and what it does to the win rate. */
export type OcclusionMark = {
  readonly start: number;
  readonly text: string;
  /** Win rate with it less without it: above 0 it speaks for the strong model. */
  readonly effect: number;
  /** Size of the effect against the largest one, in [0, 1]. */
  readonly strength: number;
};

/** The prompt cut into its pieces, in order; effects that cannot be told from rounding are 0. */
export function occlusionMarks(options: {
  prompt: string;
  winRate: number;
  pieces: readonly OccludedPiece[];
}): OcclusionMark[] {
  const effects = options.pieces.map(({ without }) => {
    const effect = options.winRate - without;
    return Math.abs(effect) < 5e-5 ? 0 : effect;
  });
  const largest = effects.reduce((most, effect) => Math.max(most, Math.abs(effect)), 0);
  return options.pieces.map(({ start, end }, index) => {
    const effect = effects[index] ?? 0;
    return {
      start,
      text: options.prompt.slice(start, end),
      effect,
      strength: largest === 0 ? 0 : Math.abs(effect) / largest,
    };
  });
}

/** The pieces that speak most for one side. */
export const strongestMarks = (
  marks: readonly OcclusionMark[],
  { side, most }: { readonly side: "strong" | "weak"; readonly most: number },
): OcclusionMark[] =>
  marks
    .filter(({ effect }) => (side === "strong" ? effect > 0 : effect < 0))
    .toSorted((a, b) => b.strength - a.strength)
    .slice(0, most);
