"use client";

import { useMemo } from "react";
import { RouterMarker } from "@/components/charts/router-marker";
import { WinRateTrack } from "@/components/charts/win-rate-track";
import { WhyDetails } from "@/components/playground/why/why-details";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { Term } from "@/components/ui/term";
import { ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import type { Threshold } from "@/lib/domain/threshold";
import type { RouterCard } from "@/lib/view/playground/router-card";
import {
  formatMargin,
  formatMilliseconds,
  formatPercent,
  formatThreshold,
  formatWinRate,
} from "@/lib/view/shared/format";
import type { RouterScore } from "@/lib/view/shared/prompt-scores";
import type { SortedWinRates } from "@/lib/view/shared/router-alpha";
import { createTrackScale, type TrackScaleKind } from "@/lib/view/shared/track-scale";
import type { Verdict } from "@/lib/view/shared/verdict";
import { RouterCardDetails } from "./router-card-details";
import { RowNotice } from "./row-notice";

/** Widths of the figures and of the decision, shared by the rows and the head above them. */
export const FIGURE_COLUMNS = "grid grid-cols-4 sm:grid-cols-[4rem_4.5rem_4.5rem_4.5rem]";
export const DECISION_COLUMN = "w-18 text-right";

const NONE = "–";

export type RouterRowProps = {
  readonly routerId: RouterId;
  /** Absent where the router is calibrated on nothing. */
  readonly threshold: Threshold | undefined;
  /** Absent while no text can be scored, and without a threshold. */
  readonly verdict: Verdict | undefined;
  readonly score: RouterScore | undefined;
  /** It runs on another machine and has not answered yet. */
  readonly awaited: boolean;
  /** Why it has no score although the others do. */
  readonly unavailable: string | undefined;
  readonly card: RouterCard;
  readonly sample: SortedWinRates;
  readonly scaleKind: TrackScaleKind;
  readonly outdated: boolean;
  /** The text that score and verdict are of. */
  readonly prompt: string | undefined;
  readonly onPick: (prompt: string) => void;
};

/** One router: its win rate between weak and strong, how far from α, how fast, and what it decides. */
export function RouterRow(props: RouterRowProps) {
  const { routerId, threshold, verdict, score, awaited, unavailable, card, sample, scaleKind, outdated } = props;
  const { prompt, onPick } = props;
  const { label, summary } = ROUTER_INFO[routerId];
  const scale = useMemo(() => createTrackScale({ kind: scaleKind, sample }), [scaleKind, sample]);
  const figures = [
    ["Win rate", score === undefined ? NONE : formatWinRate(score.winRate), "font-semibold text-[0.9375rem]"],
    ["α", threshold === undefined ? NONE : formatThreshold(threshold), "text-muted"],
    ["Margin", verdict === undefined ? NONE : formatMargin(verdict.margin), ""],
    ["Latency", score === undefined ? NONE : formatMilliseconds(score.latencyMs), "text-muted"],
  ] as const;
  return (
    <article
      aria-labelledby={`router-${routerId}`}
      className="grid grid-cols-[1fr_auto] items-baseline gap-x-3 border-t border-line py-2 sm:grid-cols-[1fr_auto_auto]"
    >
      <h3 id={`router-${routerId}`} className="col-start-1 row-start-1 text-sm leading-6 font-semibold">
        <RouterMarker id={routerId} className="mr-1.5 inline-block size-3.5 align-[-0.125rem]" />
        <Term explanation={summary}>{label}</Term>
      </h3>
      <dl
        className={classNames(
          "col-span-2 row-start-3 mt-1 sm:col-span-1 sm:col-start-2 sm:row-start-1 sm:mt-0",
          FIGURE_COLUMNS,
        )}
      >
        {figures.map(([name, value, look]) => (
          <div key={name} className="text-right first:text-left sm:first:text-right">
            <dt className="text-xs text-muted sm:sr-only">{name}</dt>
            <dd className={classNames("text-sm", look, outdated && name !== "α" && "opacity-45")}>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={classNames("col-start-2 row-start-1 sm:col-start-3", DECISION_COLUMN, outdated && "opacity-45")}>
        {verdict === undefined ? (
          <span className="text-muted">{NONE}</span>
        ) : (
          <Badge tone={verdict.choice}>{verdict.choice}</Badge>
        )}
      </p>
      <div className="relative col-span-full row-start-2">
        <WinRateTrack
          routerId={routerId}
          position={score === undefined ? null : scale.position(score.winRate)}
          threshold={threshold === undefined ? null : scale.position(threshold)}
          thresholdBeyond={threshold === undefined ? undefined : scale.beyond(threshold)}
          density={scale.density}
          ends={scale.ends}
          outdated={outdated}
        />
        <p className={classNames("min-h-4 text-center text-xs leading-4 text-muted", outdated && "opacity-45")}>
          {describeRank(verdict, card)}
        </p>
      </div>
      <RowNotice awaited={awaited} unavailable={unavailable} uncalibrated={threshold === undefined} />
      <div className="col-span-full row-start-5 flex flex-wrap gap-x-6 sm:row-start-4">
        {verdict === undefined || prompt === undefined || routerId === "random" ? null : (
          <WhyDetails label={label} verdict={verdict} prompt={prompt} onPick={onPick} />
        )}
        <RouterCardDetails label={label} card={card} />
      </div>
    </article>
  );
}

function describeRank(verdict: Verdict | undefined, card: RouterCard): string | null {
  if (verdict === undefined) return null;
  const { ownSample } = card;
  if (verdict.percentile === null) {
    return `its α is fixed${ownSample === undefined ? "" : ` by “${ownSample}”`}, whatever the target share`;
  }
  if (ownSample !== undefined)
    return `higher than ${formatPercent(verdict.percentile)} of the prompts of “${ownSample}”`;
  return `higher than ${formatPercent(verdict.percentile)} of ${card.isAlternative ? "your own" : "chat"} prompts`;
}
