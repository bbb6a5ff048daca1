"use client";

import { PICTURE_SIZE, qualitySvg } from "@/components/charts/quality-svg";
import { paintPng, saveFile } from "@/components/controls/save-file";
import { useAnalysis, useExplorerStore } from "@/components/explore/state/explorer-context";
import { useSelection } from "@/components/explore/state/selection-provider";
import { useIntervals } from "@/components/explore/state/use-intervals";
import { useMarks } from "@/components/explore/state/use-marks";
import { useModelOffer } from "@/components/explore/state/use-model-offer";
import { usePairMoney } from "@/components/explore/state/use-pair-money";
import { Button } from "@/components/ui/button";
import { VIEW_INFO } from "@/lib/domain/benchmark";
import { ROUTER_INFO } from "@/lib/domain/router-id";
import { curveCsv, metricsCsv, pointCsv } from "@/lib/view/explore/export-tables";
import { qualityFinding } from "@/lib/view/explore/findings";
import { metricRows } from "@/lib/view/explore/metric-rows";
import { formatCounted } from "@/lib/view/shared/format";
import { scoreFormat } from "@/lib/view/shared/score-format";

/** `var(--strong)` as the colour it stands for now, light or dark. */
function resolveColor(color: string): string {
  const name = /^var\((--[a-z-]+)\)$/.exec(color)?.[1];
  return name === undefined ? color : getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Files of what is seen: curves, table and point as CSV, the chart as SVG and PNG. Made in the browser. */
export function ExportMenu() {
  const analysis = useAnalysis();
  const { intervals } = useIntervals();
  const { router, benchmark, point, points, targetShare } = useSelection();
  const money = usePairMoney();
  const { calibratedOn, offer } = useModelOffer();
  const hidden = useExplorerStore((state) => state.hidden);
  const marks = useMarks();
  const { format } = scoreFormat(benchmark);

  const saveCsv = (name: string, csv: string) =>
    saveFile({ name: `routellm-${benchmark}-${name}.csv`, content: new Blob([csv], { type: "text/csv" }) });
  const drawSvg = (): string => {
    const { label, unit } = VIEW_INFO[benchmark];
    const { table, rows, domain, ticks, strong, weak } = analysis;
    return qualitySvg({
      title: `${label}: quality against strong calls`,
      source: `Mean ${unit} of ${formatCounted(table.questions, "held-out question")}, RouteLLM Explorer`,
      finding: qualityFinding({ point, routerLabel: ROUTER_INFO[router].label, score: format(point.score) }),
      ...{ rows, domain, ticks, marks, hidden, targetShare, resolveColor },
      strong: { name: table.strongModel, score: strong },
      weak: { name: table.weakModel, score: weak },
      selected: router,
      spots: points,
      formatScore: format,
    });
  };
  const saveMetrics = () => {
    const rows = metricRows({ analysis, intervals, score: point.score, money: money.model });
    saveCsv("metrics", metricsCsv(rows, { benchmark, score: point.score }));
  };
  const savePicture = async (kind: "svg" | "png") => {
    const svg = drawSvg();
    const content = kind === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await paintPng(svg, PICTURE_SIZE);
    saveFile({ name: `routellm-${benchmark}-chart.${kind}`, content });
  };
  const savePoint = () => saveCsv("point", pointCsv({ analysis, router, point, money, calibratedOn, offer }));
  return (
    <fieldset className="mt-2 flex flex-wrap items-center gap-1.5">
      <legend className="float-left mr-1 text-[0.8125rem] leading-8 text-muted">Save</legend>
      <Button onClick={savePoint}>Point CSV</Button>
      <Button onClick={() => saveCsv("curves", curveCsv(analysis))}>Curves CSV</Button>
      <Button onClick={saveMetrics}>Table CSV</Button>
      <Button onClick={() => void savePicture("svg")}>Chart SVG</Button>
      <Button onClick={() => void savePicture("png")}>Chart PNG</Button>
    </fieldset>
  );
}
