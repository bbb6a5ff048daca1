"use client";

import { useId, useMemo } from "react";
import { HistogramChart } from "@/components/charts/histogram-chart";
import { useAnalysis } from "@/components/explore/state/explorer-context";
import { useSelection } from "@/components/explore/state/selection-provider";
import { useBrushedRows } from "@/components/explore/state/use-brushed-rows";
import { useView } from "@/components/explore/state/view-provider";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { NumberField } from "@/components/ui/number-field";
import { ROUTER_INFO } from "@/lib/domain/router-id";
import { histogramFinding } from "@/lib/view/explore/findings";
import { formatCounted, formatThreshold } from "@/lib/view/shared/format";
import { countInBins } from "@/lib/view/shared/win-rate-histogram";

/** Below this range two decimals would print neighbouring ticks alike. */
const NARROW = 0.2;

const WIN_RATE = { minimum: 0, maximum: 1 };
const DECIMALS = 3;

/** The picked range of win rates in figures: what dragging over the bars does, for the keyboard. */
function RangeFields() {
  const { routers } = useAnalysis();
  const { router, brush, setBrush } = useView();
  const { minimum, maximum } = routers[router].histogram;
  const { from, to } = brush.range ?? { from: minimum, to: maximum };
  const set = (one: number, other: number) =>
    setBrush({ range: { from: Math.min(one, other), to: Math.max(one, other) } });
  const shared = { ...WIN_RATE, format: (winRate: number) => winRate.toFixed(DECIMALS), digits: 5 };
  return (
    <div className="mt-1 flex flex-wrap items-end gap-x-3 gap-y-1">
      <NumberField label="Pick win rates from" {...shared} value={from} onCommit={(winRate) => set(winRate, to)} />
      <NumberField label="to" {...shared} value={to} onCommit={(winRate) => set(from, winRate)} />
      <Button look="quiet" disabled={brush.range === null} onClick={() => setBrush({ range: null })}>
        All win rates
      </Button>
    </div>
  );
}

/** How the selected router's win rates are spread, and where α cuts them. */
export function HistogramPanel() {
  const { table, routers } = useAnalysis();
  const { router, point } = useSelection();
  const { brush, setBrush } = useView();
  const { category, regret, range } = brush;
  const caption = useId();
  const { histogram, quartiles } = routers[router];
  // Its own range is shown as a window over the bars, and not by taking bars away.
  const rows = useBrushedRows(useMemo(() => ({ category, regret, range: null }), [category, regret]));
  const picked = useMemo(() => {
    if (rows === null) return null;
    const winRates = table.winRates[router];
    const { minimum, maximum, counts } = histogram;
    const bins = { minimum, maximum, bins: counts.length };
    return countInBins(
      Float64Array.from(rows, (row) => winRates[row] ?? 0),
      bins,
    );
  }, [rows, table, router, histogram]);
  return (
    <Card title={`Win rates of ${ROUTER_INFO[router].label}`} aside={formatCounted(table.questions, "question")}>
      <figure aria-labelledby={caption}>
        <p aria-hidden="true" className="flex justify-between text-[0.8125rem] font-semibold">
          <span className="text-weak">to {table.weakModel}</span>
          <span className="text-strong">to {table.strongModel}</span>
        </p>
        <HistogramChart
          bars={histogram}
          picked={picked}
          range={range}
          onBrush={(dragged) => setBrush({ range: dragged })}
          threshold={point.threshold}
          thresholdLabel={`α ${formatThreshold(point.threshold)}`}
          formatEdge={(winRate) => winRate.toFixed(histogram.maximum - histogram.minimum < NARROW ? 3 : 2)}
        />
        <figcaption id={caption} className="mt-1 min-h-12 text-sm">
          {histogramFinding({ point, questions: table.questions, quartiles })}
        </figcaption>
      </figure>
      <RangeFields />
    </Card>
  );
}
