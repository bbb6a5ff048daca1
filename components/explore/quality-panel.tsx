"use client";

import dynamic from "next/dynamic";
import { useCallback, useId, useMemo, useState } from "react";
import { CurveSketch } from "@/components/charts/curve-sketch";
import { PLOT_INSET } from "@/components/charts/plot-area";
import { ShareRange } from "@/components/controls/share-range";
import { useAnalysis, useExplorerStore } from "@/components/explore/state/explorer-context";
import { useSelection } from "@/components/explore/state/selection-provider";
import { useMarks } from "@/components/explore/state/use-marks";
import { useView } from "@/components/explore/state/view-provider";
import { Card } from "@/components/ui/card";
import { PaperWidth } from "@/components/ui/paper-width";
import { VIEW_INFO } from "@/lib/domain/benchmark";
import { ROUTER_INFO } from "@/lib/domain/router-id";
import { qualityFinding } from "@/lib/view/explore/findings";
import { formatCounted, formatThreshold } from "@/lib/view/shared/format";
import { scoreFormat } from "@/lib/view/shared/score-format";
import { BenchmarkNote } from "./benchmark-note";
import { BrushDensity } from "./brush-density";
import { ChartDataTable } from "./chart-data-table";
import { QualityMarkers } from "./quality-markers";
import { SeriesLegend } from "./series-legend";
import { ViewChoices } from "./view-choices";

/** The chart's library is the largest part of the page: it comes by itself, into a box that already has its size. */
const QualityChart = dynamic(() => import("@/components/charts/quality-chart").then((chart) => chart.QualityChart), {
  ssr: false,
});

/** The lines, which no slider moves: everything here is stable between two benchmarks. */
function QualityLines() {
  const analysis = useAnalysis();
  const { benchmark, router } = useView();
  const { aim } = useSelection();
  const hidden = useExplorerStore((state) => state.hidden);
  const marks = useMarks();
  const strong = useMemo(() => ({ name: analysis.table.strongModel, score: analysis.strong }), [analysis]);
  const weak = useMemo(() => ({ name: analysis.table.weakModel, score: analysis.weak }), [analysis]);
  const [drawn, setDrawn] = useState(false);
  const onDrawn = useCallback(() => setDrawn(true), []);
  return (
    <>
      {drawn ? null : <CurveSketch rows={analysis.rows} domain={analysis.domain} hidden={hidden} selected={router} />}
      <QualityChart
        title={`Quality on ${VIEW_INFO[benchmark].label} against the share of strong calls`}
        rows={analysis.rows}
        domain={analysis.domain}
        ticks={analysis.ticks}
        strong={strong}
        weak={weak}
        marks={marks}
        hidden={hidden}
        selected={router}
        formatScore={scoreFormat(benchmark).format}
        onPick={aim}
        onDrawn={onDrawn}
      />
    </>
  );
}

/** The slider, standing in for the chart's x axis: same left and right edges as the plot. */
function ShareAxis() {
  const id = useId();
  const { point } = useSelection();
  return (
    <div
      style={{ paddingInlineStart: PLOT_INSET.left, paddingInlineEnd: PLOT_INSET.right }}
      className="relative z-1 -mt-4"
    >
      <ShareRange id={id} spokenNote={`α ${formatThreshold(point.threshold)}`} />
      <label htmlFor={id} className="block text-center text-[0.8125rem] font-semibold">
        Target share of strong calls
      </label>
    </div>
  );
}

function Finding() {
  const { benchmark, router, point } = useSelection();
  const score = scoreFormat(benchmark).format(point.score);
  return <>{qualityFinding({ point, routerLabel: ROUTER_INFO[router].label, score })}</>;
}

/** Quality against the share of strong calls, and the slider that is its x axis. */
export function QualityPanel() {
  const { table } = useAnalysis();
  const { benchmark } = useView();
  const caption = useId();
  const { label, unit } = VIEW_INFO[benchmark];
  return (
    <Card
      title="Quality against strong calls"
      aside={`${label}, mean ${unit} of ${formatCounted(table.questions, "held-out question")}`}
    >
      <ViewChoices />
      <SeriesLegend />
      <figure aria-labelledby={caption} className="mt-1">
        <PaperWidth className="h-[21rem] sm:h-[27rem] lg:h-[26rem]">
          {/* While it is read out, over what follows the slider: no line may cross the figures. */}
          <div className="relative h-full will-change-transform focus-within:z-1 hover:z-1">
            <QualityLines />
          </div>
          <BrushDensity />
          <QualityMarkers />
        </PaperWidth>
        <ShareAxis />
        <figcaption id={caption} className="mt-2 min-h-12 max-w-[80ch] font-serif text-[1.0625rem] leading-6">
          <Finding />
        </figcaption>
      </figure>
      <BenchmarkNote />
      <ChartDataTable />
    </Card>
  );
}
