"use client";

import { type MouseEvent, memo, useEffect, useId } from "react";
import { Area, CartesianGrid, ComposedChart, Line, ReferenceDot, ReferenceLine, Tooltip, XAxis, YAxis } from "recharts";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { hangingScore, MARK_LABEL, PLOT_INSET } from "./plot-area";
import type { QualityContent } from "./quality-data";
import { QualityReadOut } from "./quality-read-out";
import { ROUTER_STYLE } from "./router-style";

type QualityChartProps = QualityContent & {
  /** A click on the plot, as a share of strong calls. */
  readonly onPick: (strongShare: number) => void;
  /** Hears once that the curves stand on the screen. */
  readonly onDrawn: () => void;
};

const SHARE_TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];
const TICK_TEXT = { fill: "var(--muted)", fontSize: 11 };
const MARK_RADIUS = 4;

/** The share of strong calls under the pointer, from 0 at the plot's left edge to 1 at its right. */
function pointedShare({ currentTarget, clientX }: MouseEvent<Element>): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  const share = (clientX - left - PLOT_INSET.left) / (width - PLOT_INSET.left - PLOT_INSET.right);
  return Math.min(1, Math.max(0, share));
}

type MarkProps = { readonly left: number; readonly top: number };

/** A hollow diamond. */
function PublishedMark({ left, top, name }: MarkProps & { readonly name: string }) {
  return (
    <path
      d={`M${left} ${top - MARK_RADIUS}l${MARK_RADIUS} ${MARK_RADIUS}l-${MARK_RADIUS} ${MARK_RADIUS}l-${MARK_RADIUS} -${MARK_RADIUS}Z`}
      fill="var(--surface)"
      stroke="var(--text)"
      strokeWidth={1.25}
    >
      <title>{name}</title>
    </path>
  );
}

/** The label of a mark, above it or hanging below the curves; only where there is room for words. */
function MarkLabel({ left, top, label, hangs }: MarkProps & { readonly label: string; readonly hangs: boolean }) {
  return (
    <g className="max-sm:hidden">
      {hangs ? <path d={`M${left} ${top}v${MARK_LABEL.down}`} stroke="var(--muted)" /> : null}
      <text
        x={hangs ? left + MARK_LABEL.aside : left}
        y={hangs ? top + MARK_LABEL.down : top - MARK_LABEL.up}
        textAnchor={hangs ? "start" : "middle"}
        fontSize={11}
        fill="var(--text)"
        stroke="var(--surface)"
        strokeWidth={3}
        paintOrder="stroke"
      >
        {label}
      </text>
    </g>
  );
}

/** The library measures its box after the first frame, and draws in the second. */
function useDrawn(onDrawn: () => void): void {
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(onDrawn);
    });
    return () => cancelAnimationFrame(frame);
  }, [onDrawn]);
}

/** The unmoving part of the quality chart. It is drawn once a benchmark; what follows the slider lies in an overlay. */
export const QualityChart = memo(function QualityChart(props: QualityChartProps) {
  const { title, rows, domain, ticks, strong, weak, marks, hidden, selected, formatScore, onPick, onDrawn } = props;
  useDrawn(onDrawn);
  const band = useId();
  const shown = ROUTER_IDS.filter((router) => !hidden.has(router));
  const labelled = hidden.has("published")
    ? []
    : marks.flatMap(({ label, ...mark }) => (label === null ? [] : [{ ...mark, label }]));
  const oracleLeaves = rows.find((row) => row.oracle > domain.maximum);
  return (
    <ComposedChart
      accessibilityLayer
      responsive
      title={title}
      desc="Arrow keys read the chart share by share."
      data={[...rows]}
      margin={{ top: PLOT_INSET.top, right: PLOT_INSET.right, bottom: PLOT_INSET.bottom, left: 0 }}
      style={{ width: "100%", height: "100%", cursor: "crosshair" }}
      onClick={(_, event) => onPick(pointedShare(event))}
    >
      <CartesianGrid stroke="var(--line)" strokeWidth={1} verticalValues={SHARE_TICKS} />
      <XAxis type="number" dataKey="strongShare" domain={[0, 1]} ticks={SHARE_TICKS} hide />
      <YAxis
        width={PLOT_INSET.left}
        type="number"
        domain={[domain.minimum, domain.maximum]}
        ticks={[...ticks]}
        tickFormatter={formatScore}
        tick={TICK_TEXT}
        tickLine={false}
        axisLine={false}
        allowDataOverflow
      />
      {hidden.has("random") ? null : (
        <Area
          id={band}
          dataKey="band"
          stroke="none"
          fill="var(--router-random)"
          fillOpacity={0.16}
          isAnimationActive={false}
          activeDot={false}
        />
      )}
      {[
        { end: strong, color: "var(--strong)", position: "insideBottomLeft" as const },
        { end: weak, color: "var(--weak)", position: "insideTopRight" as const },
      ].map(({ end, color, position }) => (
        <ReferenceLine
          key={position}
          y={end.score}
          stroke={color}
          strokeWidth={1.25}
          label={{
            value: `${end.name}  ${formatScore(end.score)}`,
            position,
            fill: color,
            fontSize: 12,
            fontWeight: 600,
          }}
        />
      ))}
      {oracleLeaves === undefined || hidden.has("oracle") ? null : (
        <ReferenceDot
          x={oracleLeaves.strongShare}
          y={domain.maximum}
          r={0}
          label={{
            value: `oracle, up to ${formatScore(Math.max(...rows.map((row) => row.oracle)))}`,
            position: "right",
            dy: 8,
            fill: "var(--muted)",
            fontSize: 11,
            className: "max-sm:hidden",
          }}
        />
      )}
      {hidden.has("random") ? null : (
        <Line
          dataKey="expected"
          stroke="var(--router-random)"
          strokeWidth={1}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
      )}
      {hidden.has("oracle") ? null : (
        <Line
          dataKey="oracle"
          stroke="var(--oracle)"
          strokeWidth={1.25}
          strokeDasharray="1 3"
          strokeLinecap="round"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
      )}
      {shown.map((router) => (
        <Line
          key={router}
          dataKey={router}
          stroke={ROUTER_STYLE[router].color}
          strokeDasharray={ROUTER_STYLE[router].dash ?? "none"}
          strokeWidth={router === selected ? 2.5 : router === "random" ? 1 : 1.5}
          dot={false}
          activeDot={{ r: 3, fill: ROUTER_STYLE[router].color, stroke: "var(--surface)", strokeWidth: 1 }}
          isAnimationActive={false}
        />
      ))}
      {labelled.map((mark) => {
        const hangsFrom = hangingScore(mark, { strong, weak });
        const { strongShare } = mark;
        return [
          hangsFrom === null ? null : (
            <ReferenceLine
              key={`${mark.name} line`}
              segment={[
                { x: strongShare, y: mark.score },
                { x: strongShare, y: hangsFrom },
              ]}
              stroke="var(--muted)"
              className="max-sm:hidden"
            />
          ),
          <ReferenceDot
            key={`${mark.name} label`}
            x={strongShare}
            y={hangsFrom ?? mark.score}
            shape={({ cx = 0, cy = 0 }: { cx?: number; cy?: number }) => (
              <MarkLabel left={cx} top={cy} label={mark.label} hangs={hangsFrom !== null} />
            )}
          />,
        ];
      })}
      {(hidden.has("published") ? [] : marks).map(({ name, strongShare, score }) => (
        <ReferenceDot
          key={name}
          x={strongShare}
          y={score}
          shape={({ cx = 0, cy = 0 }: { cx?: number; cy?: number }) => <PublishedMark left={cx} top={cy} name={name} />}
        />
      ))}
      <Tooltip
        isAnimationActive={false}
        wrapperStyle={{ zIndex: 2 }}
        cursor={{ stroke: "var(--line-strong)", strokeWidth: 1 }}
        content={({ active, payload }) => (
          <QualityReadOut
            row={active ? payload[0]?.payload : undefined}
            hidden={hidden}
            strong={strong}
            weak={weak}
            formatScore={formatScore}
          />
        )}
      />
    </ComposedChart>
  );
});
