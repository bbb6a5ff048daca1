/** Pixels between the chart's box and its plot, so that overlays and the slider below share its edges exactly. */
export const PLOT_INSET = { top: 16, right: 18, bottom: 1, left: 48 } as const;

/**
 * The label of a point measured by others: `up` pixels above it; or, where the curves run close together around it, on
 * a line that hangs below them, `down` pixels under random routing's and `aside` to the right, where that one rises away.
 */
export const MARK_LABEL = { up: 9, down: 24, aside: 6 } as const;

/** So far above random routing, as a part of the gap between the models, a point has room above itself. */
const ROOM_ABOVE = 0.15;

type End = { readonly score: number };

/**
 * Where a mark's label hangs from: what random routing scores at the mark's share, or the mark's own score if that is
 * lower; null where the label stands above the mark.
 */
export function hangingScore(
  mark: { readonly strongShare: number; readonly score: number },
  { strong, weak }: { readonly strong: End; readonly weak: End },
): number | null {
  const gap = strong.score - weak.score;
  const random = weak.score + mark.strongShare * gap;
  return mark.score - random > ROOM_ABOVE * gap ? null : Math.min(mark.score, random);
}

/** The range of scores a chart shows, in the benchmark's own unit. */
export type ScoreDomain = { readonly minimum: number; readonly maximum: number };

/** A share of strong calls as a CSS position along the plot's width. */
export const shareToLeft = (strongShare: number): string => `${(strongShare * 100).toFixed(3)}%`;

/** A score as a CSS position down the plot's height. */
export const scoreToTop = (score: number, { minimum, maximum }: ScoreDomain): string =>
  `${(((maximum - score) / (maximum - minimum)) * 100).toFixed(3)}%`;
