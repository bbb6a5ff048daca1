"use client";

import { memo, type PointerEvent, useState } from "react";
import { classNames } from "@/components/ui/class-names";

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

/** Win rates, both ends inclusive. */
type Range = { readonly from: number; readonly to: number };

type HistogramChartProps = {
  readonly bars: HistogramBars;
  /** Counts of a part of what is shown, in the same bars: the rest then stands back. */
  readonly picked?: readonly number[] | null;
  readonly range?: Range | null;
  /** A range was dragged over the bars; null where they were only pressed. Absent: the bars are only looked at. */
  readonly onBrush?: (range: Range | null) => void;
  /** α: bars from here on go to the strong model. */
  readonly threshold: number;
  readonly thresholdLabel: string;
  readonly formatEdge: (winRate: number) => string;
};

/** A drag narrower than this share of the axis is a press. */
const PRESS = 0.01;

const percent = (part: number): string => `${(part * 100).toFixed(3)}%`;

/** Where along the axis the pointer is, 0 to 1. */
function pointedPart({ currentTarget, clientX }: PointerEvent<Element>): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  return Math.min(1, Math.max(0, (clientX - left) / width));
}

/**
 * Win rates as bars, weak to the left of α and strong to its right. Only the split moves with the slider. Dragging over
 * the bars picks a range; the same can be typed beside the chart, which has no keyboard stop of its own.
 */
export function HistogramChart(props: HistogramChartProps) {
  const { bars, picked = null, range = null, onBrush, threshold, thresholdLabel, formatEdge } = props;
  const { minimum, maximum } = bars;
  const [drag, setDrag] = useState<{ readonly start: number; readonly end: number } | null>(null);
  const place = (winRate: number) => Math.min(1, Math.max(0, (winRate - minimum) / (maximum - minimum)));
  const beyond = threshold < minimum ? "left" : threshold > maximum ? "right" : undefined;
  const split = place(threshold) * 100;
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => ({ part, value: minimum + part * (maximum - minimum) }));
  const front = picked === null ? bars : { ...bars, counts: picked };
  const window =
    drag !== null
      ? { left: Math.min(drag.start, drag.end), right: Math.max(drag.start, drag.end) }
      : range !== null && { left: place(range.from), right: place(range.to) };
  const finish = (end: number) => {
    if (drag === null || onBrush === undefined) return;
    const [left, right] = [Math.min(drag.start, end), Math.max(drag.start, end)];
    setDrag(null);
    const winRate = (part: number) => minimum + part * (maximum - minimum);
    onBrush(right - left < PRESS ? null : { from: winRate(left), to: winRate(right) });
  };
  return (
    <div aria-hidden="true">
      <div
        className={classNames(
          "relative mt-6 h-40 border-b border-line-strong [contain:layout_style] lg:h-68",
          onBrush !== undefined && "cursor-crosshair touch-pan-y select-none",
        )}
        onPointerDown={(event) => {
          if (onBrush === undefined) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag({ start: pointedPart(event), end: pointedPart(event) });
        }}
        onPointerMove={(event) => {
          if (drag !== null) setDrag({ ...drag, end: pointedPart(event) });
        }}
        onPointerUp={(event) => finish(pointedPart(event))}
        onPointerCancel={() => setDrag(null)}
      >
        {window ? (
          <div
            className="absolute inset-y-0 border-x border-line-strong bg-surface-2"
            style={{ left: percent(window.left), right: percent(1 - window.right) }}
          />
        ) : null}
        {picked === null ? null : <Bars bars={bars} color="var(--line)" />}
        <div className="absolute inset-0" style={{ clipPath: `inset(0 ${(100 - split).toFixed(3)}% 0 0)` }}>
          <Bars bars={front} color="var(--weak)" />
        </div>
        <div className="absolute inset-0" style={{ clipPath: `inset(0 0 0 ${split.toFixed(3)}%)` }}>
          <Bars bars={front} color="var(--strong)" />
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
