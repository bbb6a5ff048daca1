import { RouterMarker } from "@/components/charts/router-marker";
import { WinRateTrack } from "@/components/charts/win-rate-track";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { Term } from "@/components/ui/term";
import { ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import type { Threshold } from "@/lib/domain/threshold";
import { formatMargin, formatMilliseconds, formatPercent, formatThreshold, formatWinRate } from "@/lib/explorer/format";
import type { SortedWinRates, Verdict } from "@/lib/explorer/verdict";
import { densityOn, positionOn, type WinRateScale } from "@/lib/explorer/win-rate-scale";

/** Shared by the rows and the head above them. Name, track, four figures, decision. */
export const ROW_COLUMNS = "grid grid-cols-[1fr_auto] md:grid-cols-[8.75rem_minmax(0,1fr)_15.5rem_4.5rem] md:gap-x-4";
export const FIGURE_COLUMNS = "grid grid-cols-4 md:grid-cols-[3.25rem_4rem_4rem_4.25rem]";

const BINS = 64;
const NONE = "–";

export type RouterRowProps = {
  readonly routerId: RouterId;
  readonly threshold: Threshold;
  /** Absent while no text can be scored. */
  readonly verdict: Verdict | undefined;
  readonly latencyMs: number | undefined;
  readonly sample: SortedWinRates;
  readonly scale: WinRateScale;
  readonly outdated: boolean;
};

/** One router: its win rate between weak and strong, how far from α, how fast, and what it decides. */
export function RouterRow({ routerId, threshold, verdict, latencyMs, sample, scale, outdated }: RouterRowProps) {
  const { label, summary } = ROUTER_INFO[routerId];
  const figures = [
    ["Win rate", verdict === undefined ? NONE : formatWinRate(verdict.winRate), "font-semibold text-[0.9375rem]"],
    ["α", formatThreshold(threshold), "text-muted"],
    ["Margin", verdict === undefined ? NONE : formatMargin(verdict.margin), ""],
    ["Latency", latencyMs === undefined ? NONE : formatMilliseconds(latencyMs), "text-muted"],
  ] as const;
  return (
    <article aria-labelledby={`router-${routerId}`} className={classNames("border-t border-line py-2", ROW_COLUMNS)}>
      <h3 id={`router-${routerId}`} className="text-sm leading-6 font-semibold md:pt-2 md:leading-5">
        <RouterMarker id={routerId} className="mr-1.5 inline-block size-3.5 align-[-0.125rem]" />
        <Term explanation={summary}>{label}</Term>
      </h3>
      <div className="col-span-2 row-start-2 md:col-span-1 md:col-start-2 md:row-start-1">
        <WinRateTrack
          routerId={routerId}
          position={verdict === undefined ? null : positionOn(scale, verdict.winRate)}
          threshold={positionOn(scale, threshold)}
          density={densityOn({ sample, scale, bins: BINS })}
          ends={[scale.from.toFixed(2), scale.to.toFixed(2)]}
          outdated={outdated}
        />
        <p className={classNames("mt-1 min-h-4 text-center text-xs leading-4 text-muted", outdated && "opacity-50")}>
          {verdict === undefined ? null : `higher than ${formatPercent(verdict.percentile)} of real chat prompts`}
        </p>
      </div>
      <dl
        className={classNames(
          "col-span-2 row-start-3 mt-1 md:col-span-1 md:col-start-3 md:row-start-1 md:mt-0 md:pt-2",
          FIGURE_COLUMNS,
        )}
      >
        {figures.map(([name, value, look]) => (
          <div key={name} className="text-right first:text-left md:first:text-right">
            <dt className="text-xs text-muted md:sr-only">{name}</dt>
            <dd className={classNames("text-sm", look, outdated && name !== "α" && "opacity-45")}>{value}</dd>
          </div>
        ))}
      </dl>
      <p
        className={classNames("col-start-2 row-start-1 text-right md:col-start-4 md:pt-1.5", outdated && "opacity-45")}
      >
        {verdict === undefined ? (
          <span className="text-muted">{NONE}</span>
        ) : (
          <Badge tone={verdict.choice}>{verdict.choice}</Badge>
        )}
      </p>
    </article>
  );
}
