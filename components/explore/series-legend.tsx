"use client";

import type { ReactNode } from "react";
import type { QualitySeries } from "@/components/charts/quality-data";
import { RouterMarker } from "@/components/charts/router-marker";
import { ROUTER_STYLE } from "@/components/charts/router-style";
import { useExplorerStore } from "@/components/explore/state/explorer-context";
import { useSelection } from "@/components/explore/state/selection-provider";
import { useMarks } from "@/components/explore/state/use-marks";
import { classNames } from "@/components/ui/class-names";
import { ROUTER_IDS, ROUTER_INFO } from "@/lib/domain/router-id";
import { scoreFormat } from "@/lib/view/shared/score-format";

type LegendButtonProps = {
  readonly series: QualitySeries;
  readonly label: string;
  /** The score at the slider. */
  readonly figure?: string;
  readonly swatch: ReactNode;
};

function LegendButton({ series, label, figure, swatch }: LegendButtonProps) {
  const shown = useExplorerStore((state) => !state.hidden.has(series));
  const toggle = useExplorerStore((state) => state.toggle);
  return (
    <button
      type="button"
      aria-pressed={shown}
      aria-label={`${label} on the chart`}
      onClick={() => toggle(series)}
      className={classNames(
        "inline-flex min-h-7 items-center gap-1 rounded-sm px-1 text-xs hover:bg-surface-2",
        !shown && "text-muted line-through opacity-60",
      )}
    >
      {swatch}
      {label}
      {figure === undefined ? null : <span className="text-muted">{figure}</span>}
    </button>
  );
}

/** A piece of a series' line, with its marker if it has one. */
function Swatch({ color, dash, children }: { color: string; dash?: string | undefined; children?: ReactNode }) {
  return (
    <span aria-hidden="true" className="relative inline-block h-4 w-6">
      <svg viewBox="0 0 24 16" aria-hidden="true" className="absolute inset-0">
        <path d="M0 8H24" stroke={color} strokeWidth={2} strokeDasharray={dash ?? "none"} />
      </svg>
      {children}
    </span>
  );
}

/** Names the chart's series with their score at the slider; pressing one hides or shows it. */
export function SeriesLegend() {
  const { points, benchmark } = useSelection();
  const { format } = scoreFormat(benchmark);
  const marks = useMarks();
  return (
    <fieldset className="-mx-1 flex flex-wrap gap-x-1">
      <legend className="sr-only">Series on the chart</legend>
      {ROUTER_IDS.map((id) => (
        <LegendButton
          key={id}
          series={id}
          label={ROUTER_INFO[id].label}
          figure={format(points[id].score)}
          swatch={
            <Swatch {...ROUTER_STYLE[id]}>
              <RouterMarker id={id} className="absolute top-0.5 left-1.5 size-3" />
            </Swatch>
          }
        />
      ))}
      <LegendButton series="oracle" label="Oracle" swatch={<Swatch color="var(--oracle)" dash="1 3" />} />
      {marks.length === 0 ? null : (
        <LegendButton
          series="published"
          label="Published"
          swatch={
            <svg viewBox="0 0 12 12" aria-hidden="true" className="size-3">
              <path d="M6 1 11 6 6 11 1 6Z" fill="var(--surface)" stroke="var(--text)" strokeWidth={1.25} />
            </svg>
          }
        />
      )}
    </fieldset>
  );
}
