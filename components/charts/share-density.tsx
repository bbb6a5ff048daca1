import { memo } from "react";
import { PLOT_INSET } from "./plot-area";

const HEIGHT = 100;

/** Bars of equal width over 0 to 100 % strong calls, as one path in units of one bar by 1 % of the peak. */
const outline = (counts: readonly number[], peak: number): string =>
  counts
    .map((count, bin) => {
      const height = (count / peak) * HEIGHT;
      return count === 0 ? "" : `M${bin} ${HEIGHT}v${-height}h1v${height}Z`;
    })
    .join("");

/**
 * Where along the quality chart's x axis some questions stand: each at the share of strong calls from which on it goes to
 * the strong model. Lies on the plot's floor, with the plot's own edges.
 */
export const ShareDensity = memo(function ShareDensity({ counts }: { readonly counts: readonly number[] }) {
  const peak = Math.max(...counts);
  const { right, bottom, left } = PLOT_INSET;
  if (peak === 0) return null;
  return (
    <svg
      viewBox={`0 0 ${counts.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="pointer-events-none absolute h-12"
      style={{ left, right, bottom, width: `calc(100% - ${left + right}px)` }}
    >
      <path d={outline(counts, peak)} fill="var(--text)" fillOpacity={0.28} />
    </svg>
  );
});
