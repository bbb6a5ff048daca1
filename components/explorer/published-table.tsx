"use client";

import { Disclosure } from "@/components/ui/disclosure";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { formatPercent } from "@/lib/explorer/format";
import { PUBLISHED_FIGURES, PUBLISHED_TRAINING } from "@/lib/explorer/published-figures";
import { scoreFormat } from "@/lib/explorer/score-format";
import { useAnalysis } from "./explorer-context";
import { useView } from "./view-provider";

/** The paper's own figures and the commercial routers' points, for reference. */
export function PublishedTable() {
  const { benchmark } = useView();
  const { table } = useAnalysis();
  const published = PUBLISHED_FIGURES[benchmark];
  const { format } = scoreFormat(benchmark);
  return (
    <Disclosure summary="What others published on this benchmark" className="mt-2">
      {published.length === 0 ? (
        <p className="text-sm text-muted">The paper reports MMLU as recorded only, not the audited one.</p>
      ) : (
        <Table
          caption={`RouteLLM (ICLR 2025), trained on ${PUBLISHED_TRAINING} data, same pair of models`}
          head={
            <tr>
              <ColumnHead>Router</ColumnHead>
              <ColumnHead numeric>APGR</ColumnHead>
              <ColumnHead numeric>CPT50</ColumnHead>
              <ColumnHead numeric>CPT80</ColumnHead>
            </tr>
          }
        >
          {published.map(({ name, apgr, cpt50, cpt80 }) => (
            <tr key={name}>
              <RowHead>{name}</RowHead>
              <Cell numeric>{apgr.toFixed(3)}</Cell>
              <Cell numeric>{formatPercent(cpt50, 1)}</Cell>
              <Cell numeric>{formatPercent(cpt80, 1)}</Cell>
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
