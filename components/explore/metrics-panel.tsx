"use client";

import { memo, useState } from "react";
import { RouterMarker } from "@/components/charts/router-marker";
import { PriceNote } from "@/components/controls/price-note";
import { useAnalysis } from "@/components/explore/state/explorer-context";
import { useSelection } from "@/components/explore/state/selection-provider";
import { useIntervals } from "@/components/explore/state/use-intervals";
import { usePairMoney, usePricedPair } from "@/components/explore/state/use-pair-money";
import { useThrottled } from "@/components/explore/state/use-throttled";
import { useView } from "@/components/explore/state/view-provider";
import { Card } from "@/components/ui/card";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { Term } from "@/components/ui/term";
import { ROUTER_INFO } from "@/lib/domain/router-id";
import { metricsFinding } from "@/lib/view/explore/findings";
import { type MetricRow, metricRows } from "@/lib/view/explore/metric-rows";
import { formatPercent } from "@/lib/view/shared/format";
import { GLOSSARY } from "@/lib/view/shared/glossary";
import { scoreFormat } from "@/lib/view/shared/score-format";
import { nextSort, type Sort, sortRows } from "@/lib/view/shared/sort-rows";
import { PublishedTable } from "./published-table";

type Key = "router" | "apgr" | "cpt20" | "cpt50" | "cpt80" | "callsNeeded" | "againstRandom" | "againstStrong";

const COLUMNS: readonly { readonly key: Key; readonly label: string; readonly better: "ascending" | "descending" }[] = [
  { key: "apgr", label: "APGR", better: "descending" },
  { key: "cpt20", label: "CPT20", better: "ascending" },
  { key: "cpt50", label: "CPT50", better: "ascending" },
  { key: "cpt80", label: "CPT80", better: "ascending" },
  { key: "callsNeeded", label: "Strong calls needed", better: "ascending" },
  { key: "againstRandom", label: "Fewer calls than random", better: "descending" },
  { key: "againstStrong", label: "Cheaper than always strong", better: "descending" },
];

const REDRAW_MS = 100;

const share = (value: number | null): string => (value === null ? "–" : formatPercent(value, 1));
const times = (value: number | null): string => (value === null ? "–" : `${value.toFixed(2)}×`);
const read = (row: MetricRow, key: Key) => (key === "router" ? ROUTER_INFO[row.router].label : row[key]);

/** The table for one selected quality; re-drawn only when that, the prices or the benchmark change. */
const MetricsTable = memo(function MetricsTable({ score }: { readonly score: number }) {
  const analysis = useAnalysis();
  const { intervals } = useIntervals();
  const { router, benchmark } = useView();
  const { model: money } = usePairMoney();
  const [sort, setSort] = useState<Sort<Key>>({ key: "apgr", direction: "descending" });
  const rows = metricRows({ analysis, intervals, score, money });
  const head = (key: Key, label: string, first: "ascending" | "descending", numeric = true) => (
    <ColumnHead
      key={key}
      numeric={numeric}
      sorted={sort.key === key ? sort.direction : undefined}
      onSort={() => setSort(nextSort(sort, key, first))}
    >
      {label}
    </ColumnHead>
  );
  return (
    <>
      <p className="mb-2 max-w-[80ch] font-serif text-[1.0625rem] leading-6">
        {metricsFinding(rows, (row) => ROUTER_INFO[row.router].label)}
      </p>
      <Table
        caption="Every router in figures"
        captionHidden
        head={
          <>
            <tr className="text-xs">
              <td colSpan={5} />
              <th scope="colgroup" colSpan={3} className="border-b border-line px-2 py-1 text-right font-normal">
                to reach the slider's quality, {scoreFormat(benchmark).format(score)}
              </th>
            </tr>
            <tr>
              {head("router", "Router", "ascending", false)}
              {COLUMNS.map(({ key, label, better }) => head(key, label, better))}
            </tr>
          </>
        }
      >
        {sortRows(rows, sort, read).map((row) => (
          <tr key={row.router} className={row.router === router ? "bg-surface-2" : undefined}>
            <RowHead className="whitespace-nowrap">
              <RouterMarker id={row.router} className="mr-1.5 inline-block size-3" />
              {ROUTER_INFO[row.router].label}
              {ROUTER_INFO[row.router].baseline ? <span className="font-normal text-muted"> (baseline)</span> : null}
            </RowHead>
            <Cell numeric>
              {row.apgr === null ? "–" : row.apgr.toFixed(3)}{" "}
              <span className="text-muted">
                {Number.isNaN(row.apgrInterval[0])
                  ? null
                  : `[${row.apgrInterval[0].toFixed(3)}, ${row.apgrInterval[1].toFixed(3)}]`}
              </span>
            </Cell>
            <Cell numeric>{share(row.cpt20)}</Cell>
            <Cell numeric>{share(row.cpt50)}</Cell>
            <Cell numeric>{share(row.cpt80)}</Cell>
            <Cell numeric>{share(row.callsNeeded)}</Cell>
            <Cell numeric>{times(row.againstRandom)}</Cell>
            <Cell numeric>{times(row.againstStrong)}</Cell>
          </tr>
        ))}
      </Table>
    </>
  );
});

/** Every router's figures on this benchmark, side by side, with what the selected quality costs each. */
export function MetricsPanel() {
  const { point } = useSelection();
  const { randomRange } = useAnalysis();
  const { resamples } = useIntervals();
  const pair = usePricedPair();
  const score = useThrottled(point.score, REDRAW_MS);
  return (
    <Card title="What learning adds" aside={`95 % intervals from ${resamples} bootstrap resamples`}>
      <div className="[&_table]:min-w-[52rem]">
        <MetricsTable score={score} />
      </div>
      {randomRange === null ? null : (
        <p className="mt-2 text-xs leading-5 text-muted">
          Random is one draw. Its expected APGR is 0.500; 95 of 100 draws fall between {randomRange[0].toFixed(3)} and{" "}
          {randomRange[1].toFixed(3)} here, and the figures of savings compare with the expectation.
        </p>
      )}
      <p className="mt-2 text-xs leading-5 text-muted">
        <Term explanation={GLOSSARY.apgr}>APGR</Term> with its{" "}
        <Term explanation={GLOSSARY.interval}>95 % interval</Term> ·{" "}
        <Term explanation={GLOSSARY.cpt}>CPT20, CPT50, CPT80</Term> ·{" "}
        <Term explanation={GLOSSARY.againstRandom}>fewer calls than random</Term> ·{" "}
        <Term explanation={GLOSSARY.againstStrong}>cheaper than always strong</Term> ·{" "}
        <PriceNote pair={pair} of="call" />
      </p>
      <PublishedTable />
    </Card>
  );
}
