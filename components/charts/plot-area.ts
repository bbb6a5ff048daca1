/** Pixels between the chart's box and its plot, so that overlays and the slider below share its edges exactly. */
export const PLOT_INSET = { top: 16, right: 18, bottom: 1, left: 48 } as const;

/** The range of scores a chart shows, in the benchmark's own unit. */
export type ScoreDomain = { readonly minimum: number; readonly maximum: number };

/** A share of strong calls as a CSS position along the plot's width. */
export const shareToLeft = (strongShare: number): string => `${(strongShare * 100).toFixed(3)}%`;

/** A score as a CSS position down the plot's height. */
export const scoreToTop = (score: number, { minimum, maximum }: ScoreDomain): string =>
  `${(((maximum - score) / (maximum - minimum)) * 100).toFixed(3)}%`;
