"use client";

import { useState } from "react";
import { ReliabilityChart } from "@/components/charts/reliability-chart";
import { WinRateInHundred } from "@/components/controls/win-rate-in-hundred";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/select-field";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import type { ReliabilityArtifact } from "@/lib/schemas/artifacts/reliability-artifact";
import { reliabilityFinding } from "@/lib/view/about/reliability-finding";
import { largestStandardError, reliabilityRows } from "@/lib/view/about/reliability-rows";
import { formatCount, formatPercent } from "@/lib/view/shared/format";

const TEXT = "max-w-[70ch] text-sm leading-6";
const CAPTION = "Expected calibration error: how far win rates lie from outcomes, in points, on average over the dots.";

type ReliabilityPanelProps = {
  readonly reliability: ReliabilityArtifact;
  /** Share of the audited MMLU questions on which both models of the pair do equally well. */
  readonly ties: number;
};

/** The win rate that half of the questions lie below. */
const middleOf = (bins: readonly { readonly winRate: number }[]): number =>
  bins[Math.floor(bins.length / 2)]?.winRate ?? 0.5;

/** Whether a win rate is the frequency that it is read as, router by router, and where nobody knows. */
export function ReliabilityPanel({ reliability, ties }: ReliabilityPanelProps) {
  const { routers, sources } = reliability;
  const rows = reliabilityRows(routers);
  const [chosen, setChosen] = useState<RouterId | undefined>(rows[0]?.router);
  const shown = chosen && routers[chosen];
  const battles = sources.reduce((sum, source) => sum + source.battles, 0);
  const transformers = rows.filter(({ router }) => router === "bert" || router === "causal_llm");
  return (
    <Card level={3} title="Is a win rate a frequency?" aside={`${formatCount(battles)} held-out outcomes`}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-4 lg:grid-cols-2">
        <div>
          <p className={TEXT}>
            Where a router says 0.6, the strong model should win six times in ten, a tie being half a win. That was
            measured on{" "}
            {sources.map((source) => `${formatCount(source.battles)} outcomes of ${source.name}`).join(", ")}: the MMLU
            questions in the training data, each scored by routers fitted without it.
          </p>
          <p className={`${TEXT} mt-2`}>
            <strong>It holds for MMLU alone.</strong> For chat, code and word problems there are no outcomes of this
            pair to hold win rates to: how well they are calibrated there is unknown.
          </p>
          {transformers.length === 0 ? null : (
            <p className={`${TEXT} mt-2`}>
              <strong>BERT and causal LLM learned a ranking, not a level.</strong> They were trained on another router’s
              standardised scores, with label borders set by the recipe, and BERT gives ties to the weak model, where
              this chart gives half: on {formatPercent(ties)} of the audited MMLU questions both models do equally well.
              So what they say as trained is no frequency, and how wide their scores spread means nothing. Nor were they
              fitted again for each fold. They never learned from an outcome itself, and their teacher read each prompt
              by columns made without it; but the teacher’s last weights had seen all outcomes, and most of these
              prompts are among those that the two were trained on.
            </p>
          )}
          <p className={`${TEXT} mt-2`}>
            A scale stretches and moves a router’s log-odds, which leaves its ranking as it is. One is shipped only
            where it lowers the error on outcomes it was not fitted on and its slope is at least a half, since a flatter
            one would say nearly the same of every prompt; the two transformers may have any slope. A random draw is no
            estimate and is never scaled.
          </p>
          <p className="mt-3 mb-1 max-w-[70ch] text-[0.8125rem] text-muted">{CAPTION}</p>
          <Table
            caption={CAPTION}
            captionHidden
            head={
              <tr>
                <ColumnHead>Router</ColumnHead>
                <ColumnHead numeric>as trained</ColumnHead>
                <ColumnHead numeric>as shipped</ColumnHead>
                <ColumnHead numeric>log-odds</ColumnHead>
              </tr>
            }
          >
            {rows.map(({ router, label, before, after, scale }) => (
              <tr key={router}>
                <RowHead>{label}</RowHead>
                <Cell numeric>{before}</Cell>
                <Cell numeric>{after}</Cell>
                <Cell numeric className={scale === undefined ? "text-muted" : "whitespace-nowrap"}>
                  {scale ?? "as they are"}
                </Cell>
              </tr>
            ))}
          </Table>
        </div>
        {chosen === undefined || shown === undefined ? null : (
          <div>
            <SelectField
              label="Router"
              value={chosen}
              options={rows.map(({ router, label }) => ({ value: router, label }))}
              onSelect={setChosen}
            />
            <div className="mt-2">
              <ReliabilityChart
                router={chosen}
                before={shown.before.bins}
                // The very same bins tell the chart that nothing was scaled.
                after={shown.scale === undefined ? shown.before.bins : shown.after.bins}
                finding={reliabilityFinding(ROUTER_INFO[chosen].label, {
                  before: shown.before.error,
                  after: shown.after.error,
                  battles,
                })}
              />
            </div>
            <div className="mt-2 max-w-[70ch]">
              <WinRateInHundred router={chosen} winRate={middleOf(shown.after.bins)} />
            </div>
            <p className={`${TEXT} mt-2 text-muted`}>
              On the dashed diagonal a win rate is a frequency.
              {shown.scale === undefined ? "" : " Hollow and dotted: as trained; filled: as shipped."} Chance alone may
              move a dot up or down by {(100 * largestStandardError(shown.after.bins)).toFixed(1)} points (one standard
              error, at most).
            </p>
          </div>
        )}
      </div>
    </Card>
  );
}
