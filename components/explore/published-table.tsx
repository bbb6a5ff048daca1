"use client";

import { useAnalysis, useExplorer } from "@/components/explore/state/explorer-context";
import { Disclosure } from "@/components/ui/disclosure";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { isBenchmarkId } from "@/lib/domain/benchmark";
import { ROUTER_IDS, ROUTER_INFO } from "@/lib/domain/router-id";
import { formatPercent } from "@/lib/view/shared/format";
import { PUBLISHED_FIGURES, PUBLISHED_TRAINING } from "@/lib/view/shared/published-figures";
import { scoreFormat } from "@/lib/view/shared/score-format";

/** Only routers that learn are set beside the paper's. */
const LEARNED = ROUTER_IDS.filter((id) => !ROUTER_INFO[id].baseline);

const share = (value: number | null): string => (value === null ? "–" : formatPercent(value, 1));

/** The paper's own figures beside ours on the same thresholds, and the commercial routers' points. */
export function PublishedTable() {
  const { table, pair } = useAnalysis();
  const { deciles: measured } = useExplorer().data;
  const { benchmark } = table;
  const { format } = scoreFormat(benchmark);
  if (pair !== null || !isBenchmarkId(benchmark)) return null;
  const deciles = measured[benchmark];
  const published = PUBLISHED_FIGURES[benchmark];
  const rows = [
    ...published.map((router) => ({ ...router, label: `${router.name}, published` })),
    ...LEARNED.map((id) => ({ ...deciles[id], label: `${ROUTER_INFO[id].label}, here, on the same deciles` })),
  ];
  return (
    <Disclosure summary="What others published on this benchmark" className="mt-2">
      {published.length === 0 ? (
        <p className="text-sm text-muted">The paper reports MMLU as recorded only, not the audited one.</p>
      ) : (
        <Table
          caption={`Published: RouteLLM (ICLR 2025), trained on ${PUBLISHED_TRAINING} data, same pair of models. The paper reads its figures at 11 decile thresholds, the table above at every threshold of the full curve, so compare the paper's with the rows named “here, on the same deciles”.`}
          head={
            <tr>
              <ColumnHead>Router</ColumnHead>
              <ColumnHead numeric>APGR</ColumnHead>
              <ColumnHead numeric>CPT50</ColumnHead>
              <ColumnHead numeric>CPT80</ColumnHead>
            </tr>
          }
        >
          {rows.map(({ label, apgr, cpt50, cpt80 }) => (
            <tr key={label}>
              <RowHead>{label}</RowHead>
              <Cell numeric>{apgr.toFixed(3)}</Cell>
              <Cell numeric>{share(cpt50)}</Cell>
              <Cell numeric>{share(cpt80)}</Cell>
            </tr>
          ))}
        </Table>
      )}
      {table.publishedPoints.map(({ name, strongShare, score }) => (
        <p key={name} className="mt-1 text-sm">
          {name}, a commercial router, scores {format(score)} at {formatPercent(strongShare, 1)} strong calls.
        </p>
      ))}
    </Disclosure>
  );
}
