/** Pixels between the chart's box and its plot, so that overlays and the slider below share its edges exactly. */
export const PLOT_INSET = { top: 16, right: 18, bottom: 1, left: 48 } as const;

/**
 * The label of a point measured by others hangs on a line below the curves, `down` pixels under random routing's and
 * `aside` to the right, where that line rises away from it.
 */
export const MARK_LABEL = { down: 24, aside: 6 } as const;

type End = { readonly score: number };

/** What random routing scores at a mark's share, or the mark's own score if that is lower: its label hangs from there. */
export const labelScore = (
  mark: { readonly strongShare: number; readonly score: number },
  { strong, weak }: { readonly strong: End; readonly weak: End },
): number => Math.min(mark.score, weak.score + mark.strongShare * (strong.score - weak.score));

/** The range of scores a chart shows, in the benchmark's own unit. */
export type ScoreDomain = { readonly minimum: number; readonly maximum: number };

/** A share of strong calls as a CSS position along the plot's width. */
export const shareToLeft = (strongShare: number): string => `${(strongShare * 100).toFixed(3)}%`;

/** A score as a CSS position down the plot's height. */
export const scoreToTop = (score: number, { minimum, maximum }: ScoreDomain): string =>
  `${(((maximum - score) / (maximum - minimum)) * 100).toFixed(3)}%`;
