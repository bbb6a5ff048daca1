"use client";

import { useId } from "react";
import { HistogramChart } from "@/components/charts/histogram-chart";
import { Card } from "@/components/ui/card";
import { ROUTER_INFO } from "@/lib/domain/router-id";
import { histogramFinding } from "@/lib/explorer/findings";
import { formatCount, formatThreshold } from "@/lib/explorer/format";
import { useAnalysis } from "./explorer-context";
import { useSelection } from "./selection-provider";

/** Below this range two decimals would print neighbouring ticks alike. */
const NARROW = 0.2;

/** How the selected router's win rates are spread, and where α cuts them. */
export function HistogramPanel() {
  const { table, routers } = useAnalysis();
  const { router, point } = useSelection();
  const caption = useId();
  const { histogram, quartiles } = routers[router];
  return (
    <Card title={`Win rates of ${ROUTER_INFO[router].label}`} aside={`${formatCount(table.questions)} questions`}>
      <figure aria-labelledby={caption}>
        <p aria-hidden="true" className="flex justify-between text-[0.8125rem] font-semibold">
          <span className="text-weak">to {table.weakModel}</span>
          <span className="text-strong">to {table.strongModel}</span>
        </p>
        <HistogramChart
          bars={histogram}
          threshold={point.threshold}
          thresholdLabel={`α ${formatThreshold(point.threshold)}`}
          formatEdge={(winRate) => winRate.toFixed(histogram.maximum - histogram.minimum < NARROW ? 3 : 2)}
        />
        <figcaption id={caption} className="mt-1 min-h-12 text-sm">
          {histogramFinding({ point, questions: table.questions, quartiles })}
        </figcaption>
      </figure>
    </Card>
  );
}
