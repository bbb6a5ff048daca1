"use client";

import { useState } from "react";
import type { Samples, Thresholds } from "@/components/controls/use-thresholds";
import { WinRateInHundred } from "@/components/controls/win-rate-in-hundred";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { classNames } from "@/components/ui/class-names";
import { Disclosure } from "@/components/ui/disclosure";
import { Term } from "@/components/ui/term";
import { ROUTER_IDS, ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import type { RouterCards } from "@/lib/view/playground/router-card";
import type { PromptScores, RouterScore, Unavailable } from "@/lib/view/shared/prompt-scores";
import { TRACK_SCALES, type TrackScaleKind } from "@/lib/view/shared/track-scale";
import type { Verdict } from "@/lib/view/shared/verdict";
import { DECISION_COLUMN, FIGURE_COLUMNS, RouterRow } from "./router-row";
import { TERMS } from "./terms";

type RoutersPanelProps = {
  /** What the routers say together, in words; says why there is nothing to say where that is so. */
  readonly sentence: string;
  readonly verdicts: readonly Verdict[];
  readonly scores: readonly RouterScore[];
  readonly thresholds: Thresholds;
  readonly samples: Samples;
  readonly cards: RouterCards;
  /** Routers on other machines that have not answered yet, and those that will not. */
  readonly remote: PromptScores["remote"];
  readonly unavailable: readonly Unavailable[];
  /** The verdicts are of a former text, and new ones are on their way. */
  readonly outdated: boolean;
  /** The text that they are of. */
  readonly prompt: string | undefined;
  readonly onPick: (prompt: string) => void;
};

const SCALE_LABELS: Readonly<Record<TrackScaleKind, string>> = {
  full: "0 to 1",
  range: "zoomed",
  rank: "rank among chat prompts",
};

const LEARNED = ROUTER_IDS.filter((id) => !ROUTER_INFO[id].baseline);
const BASELINES = ROUTER_IDS.filter((id) => ROUTER_INFO[id].baseline);

/** One row a router, learned ones first, with what they agree and disagree on above them. */
export function RoutersPanel(props: RoutersPanelProps) {
  const { sentence, verdicts, scores, thresholds, samples, cards, remote, unavailable, outdated } = props;
  const [scaleKind, setScaleKind] = useState<TrackScaleKind>("full");

  const verdictOf = (id: RouterId) => verdicts.find(({ routerId }) => routerId === id);
  const explained = LEARNED.map(verdictOf).find((verdict) => verdict !== undefined);
  const row = (id: RouterId) => (
    <RouterRow
      key={id}
      routerId={id}
      threshold={thresholds[id]}
      verdict={verdictOf(id)}
      score={scores.find(({ routerId }) => routerId === id)}
      awaited={remote.includes(id)}
      unavailable={unavailable.find(({ routerId }) => routerId === id)?.unavailable}
      card={cards[id]}
      sample={samples[id]}
      scaleKind={scaleKind}
      outdated={outdated}
      prompt={props.prompt}
      onPick={props.onPick}
    />
  );
  return (
    <Card
      title="Routers"
      busy={outdated}
      aside={
        <fieldset aria-label="Scale of the tracks" className="flex flex-wrap items-center gap-1.5">
          <span>Scale</span>
          {TRACK_SCALES.map((kind) => (
            <Chip key={kind} pressed={kind === scaleKind} onClick={() => setScaleKind(kind)}>
              {SCALE_LABELS[kind]}
            </Chip>
          ))}
        </fieldset>
      }
    >
      <p
        className={classNames(
          "mb-2 min-h-36 font-serif text-[1.0625rem] leading-6 text-pretty sm:min-h-24 lg:min-h-18",
          outdated && "opacity-45",
        )}
      >
        {sentence}
      </p>
      {explained === undefined ? null : (
        <div className={classNames("mb-3", outdated && "opacity-45")}>
          <WinRateInHundred router={explained.routerId} winRate={explained.winRate} />
        </div>
      )}
      <div className="hidden gap-x-3 pb-1 text-xs text-muted sm:flex">
        <span className="flex-1">Router</span>
        <span className={classNames("text-right", FIGURE_COLUMNS)}>
          <Term explanation={TERMS.winRate}>Win rate</Term>
          <Term explanation={TERMS.alpha}>α</Term>
          <Term explanation={TERMS.margin}>Margin</Term>
          <Term explanation={TERMS.latency}>Latency</Term>
        </span>
        <span className={DECISION_COLUMN}>Goes to</span>
      </div>
      {LEARNED.map(row)}
      <Disclosure
        className="border-t border-line pt-1"
        summary={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            Baselines
            {BASELINES.map((id) => {
              const verdict = verdictOf(id);
              return (
                <span key={id} className={classNames("inline-flex items-center gap-1.5", outdated && "opacity-45")}>
                  {ROUTER_INFO[id].label}
                  {verdict === undefined ? null : <Badge tone={verdict.choice}>{verdict.choice}</Badge>}
                </span>
              );
            })}
          </span>
        }
      >
        {BASELINES.map(row)}
      </Disclosure>
    </Card>
  );
}
