"use client";

import { useId } from "react";
import { HistogramChart } from "@/components/charts/histogram-chart";
import { ShareSlider } from "@/components/controls/share-slider";
import { WinRateInHundred } from "@/components/controls/win-rate-in-hundred";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/select-field";
import { ROUTER_INFO } from "@/lib/domain/router-id";
import { distributionFinding, filledBars } from "@/lib/view/calibrate/run-result";
import { formatThreshold } from "@/lib/view/shared/format";
import { useRun } from "./run-context";

/** The win rates of the user's prompts, cut by α, over the one slider. */
export function DistributionPanel() {
  const { router, routers, setRouter, sampleOf, step, strongShare } = useRun();
  const caption = useId();
  const sample = sampleOf(router);
  if (sample === undefined) return null;
  const { table, rows } = sample;
  const threshold = table.thresholds[step] ?? 0;
  const bars = filledBars(table.histogram);
  return (
    <Card
      title="Win rates of your prompts"
      aside={
        <SelectField
          label="Router"
          value={router}
          options={routers.map((id) => ({ value: id, label: ROUTER_INFO[id].label }))}
          onSelect={setRouter}
        />
      }
    >
      <figure aria-labelledby={caption}>
        <p aria-hidden="true" className="flex justify-between text-[0.8125rem] font-semibold">
          <span className="text-weak">to the weak model</span>
          <span className="text-strong">to the strong model</span>
        </p>
        <HistogramChart
          bars={bars}
          threshold={threshold}
          thresholdLabel={`α ${formatThreshold(threshold)}`}
          formatEdge={(winRate) => winRate.toFixed(bars.maximum - bars.minimum < 0.2 ? 3 : 2)}
        />
        <figcaption id={caption} className="mt-1 min-h-12 text-sm">
          {distributionFinding({ sample, step, rows })}
        </figcaption>
      </figure>
      <div className="mt-2 border-t border-line pt-2">
        <WinRateInHundred router={router} winRate={threshold} what="At α the win rate is" />
      </div>
      <div className="mt-3 border-t border-line pt-3 print:hidden">
        <ShareSlider
          note={<span className="text-sm text-muted">α {formatThreshold(threshold)}</span>}
          spokenNote={`α ${formatThreshold(threshold)} at ${Math.round(strongShare * 100)} %`}
        />
      </div>
    </Card>
  );
}
