"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { classNames } from "@/components/ui/class-names";
import { Disclosure } from "@/components/ui/disclosure";
import { Term } from "@/components/ui/term";
import { ROUTER_IDS, ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import type { Threshold } from "@/lib/domain/threshold";
import type { RouterScore } from "@/lib/explorer/prompt-scores";
import type { SortedWinRates, Verdict } from "@/lib/explorer/verdict";
import { FULL_SCALE, rangeOf } from "@/lib/explorer/win-rate-scale";
import { FIGURE_COLUMNS, ROW_COLUMNS, RouterRow } from "./router-row";
import { TERMS } from "./terms";

type RoutersPanelProps = {
  /** What the routers say together, in words; says why there is nothing to say where that is so. */
  readonly sentence: string;
  readonly verdicts: readonly Verdict[];
  readonly scores: readonly RouterScore[];
  readonly thresholds: Readonly<Record<RouterId, Threshold>>;
  readonly samples: Readonly<Record<RouterId, SortedWinRates>>;
  /** The verdicts are of a former text, and new ones are on their way. */
  readonly outdated: boolean;
};

const LEARNED = ROUTER_IDS.filter((id) => !ROUTER_INFO[id].baseline);
const BASELINES = ROUTER_IDS.filter((id) => ROUTER_INFO[id].baseline);

/** One row a router, learned ones first, with what they agree and disagree on above them. */
export function RoutersPanel({ sentence, verdicts, scores, thresholds, samples, outdated }: RoutersPanelProps) {
  const [zoomed, setZoomed] = useState(false);
  const verdictOf = (id: RouterId) => verdicts.find(({ routerId }) => routerId === id);
  const row = (id: RouterId) => (
    <RouterRow
      key={id}
      routerId={id}
      threshold={thresholds[id]}
      verdict={verdictOf(id)}
      latencyMs={scores.find(({ routerId }) => routerId === id)?.latencyMs}
      sample={samples[id]}
      scale={zoomed ? rangeOf(samples[id]) : FULL_SCALE}
      outdated={outdated}
    />
  );
  return (
    <Card
      title="Routers"
      busy={outdated}
      aside={
        <fieldset aria-label="Scale of the tracks" className="flex flex-wrap items-center gap-1.5">
          <span>Scale</span>
          <Chip pressed={!zoomed} onClick={() => setZoomed(false)}>
            0 to 1
          </Chip>
          <Chip pressed={zoomed} onClick={() => setZoomed(true)}>
            each router’s own range
          </Chip>
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
      <div className={classNames("hidden items-end pb-1 text-xs text-muted md:grid", ROW_COLUMNS)}>
        <span>Router</span>
        <span className="flex justify-between">
          <span className="text-weak">◂ weak model</span>
          <span className="text-strong">strong model ▸</span>
        </span>
        <span className={classNames("text-right", FIGURE_COLUMNS)}>
          <Term explanation={TERMS.winRate}>Win rate</Term>
          <Term explanation={TERMS.alpha}>α</Term>
          <Term explanation={TERMS.margin}>Margin</Term>
          <Term explanation={TERMS.latency}>Latency</Term>
        </span>
        <span className="text-right">Goes to</span>
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
