import { memo } from "react";

/** Bars of equal width over [minimum, maximum]. */
type HistogramBars = {
  readonly minimum: number;
  readonly maximum: number;
  readonly counts: readonly number[];
  readonly peak: number;
};

const HEIGHT = 100;

/** All bars as one path, in units of one bar by 1 % of the peak. */
const outline = ({ counts, peak }: HistogramBars): string =>
  counts
    .map((count, bin) => {
      const height = peak === 0 ? 0 : (count / peak) * HEIGHT;
      return `M${bin + 0.06} ${HEIGHT}v${-height}h0.88v${height}Z`;
    })
    .join("");

const Bars = memo(function Bars({ bars, color }: { readonly bars: HistogramBars; readonly color: string }) {
  return (
    <svg
      viewBox={`0 0 ${bars.counts.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="absolute inset-0 size-full"
    >
      <path d={outline(bars)} fill={color} />
    </svg>
  );
});

type HistogramChartProps = {
  readonly bars: HistogramBars;
  /** α: bars from here on go to the strong model. */
  readonly threshold: number;
  readonly thresholdLabel: string;
  readonly formatEdge: (winRate: number) => string;
};

/** Win rates as bars, weak to the left of α and strong to its right. Only the split moves with the slider. */
export function HistogramChart({ bars, threshold, thresholdLabel, formatEdge }: HistogramChartProps) {
  const { minimum, maximum } = bars;
  const beyond = threshold < minimum ? "left" : threshold > maximum ? "right" : undefined;
  const split = Math.min(1, Math.max(0, (threshold - minimum) / (maximum - minimum))) * 100;
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => ({ part, value: minimum + part * (maximum - minimum) }));
  return (
    <div aria-hidden="true">
      <div className="relative mt-6 h-40 [contain:layout_style] lg:h-68 border-b border-line-strong">
        <div className="absolute inset-0" style={{ clipPath: `inset(0 ${(100 - split).toFixed(3)}% 0 0)` }}>
          <Bars bars={bars} color="var(--weak)" />
        </div>
        <div className="absolute inset-0" style={{ clipPath: `inset(0 0 0 ${split.toFixed(3)}%)` }}>
          <Bars bars={bars} color="var(--strong)" />
        </div>
        <div
          className={`absolute -top-1 bottom-0 border-l border-text ${beyond === "right" ? "-translate-x-full" : ""} ${beyond === undefined ? "-translate-x-1/2" : "border-dashed"}`}
          style={{ left: `${split.toFixed(3)}%` }}
        />
        <span
          className="absolute -top-6 text-xs whitespace-nowrap"
          style={{ left: `${split.toFixed(3)}%`, transform: `translateX(-${split.toFixed(3)}%)` }}
        >
          {beyond === "left" ? "← " : null}
          {thresholdLabel}
          {beyond === undefined ? null : ", beyond this axis"}
          {beyond === "right" ? " →" : null}
        </span>
      </div>
      <div className="relative h-5 text-[0.6875rem] leading-5 text-muted">
        {ticks.map(({ part, value }) => (
          <span
            key={part}
            className="absolute whitespace-nowrap"
            style={{ left: `${part * 100}%`, transform: `translateX(-${part * 100}%)` }}
          >
            {formatEdge(value)}
          </span>
        ))}
      </div>
    </div>
  );
}
