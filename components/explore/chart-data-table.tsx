"use client";

import { useAnalysis } from "@/components/explore/state/explorer-context";
import { useView } from "@/components/explore/state/view-provider";
import { Disclosure } from "@/components/ui/disclosure";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { ROUTER_IDS, ROUTER_INFO } from "@/lib/domain/router-id";
import { formatPercent } from "@/lib/view/shared/format";
import { scoreFormat } from "@/lib/view/shared/score-format";

/** Every tenth of the way: the chart in figures, for those who cannot or would rather not read lines. */
export function ChartDataTable() {
  const { rows } = useAnalysis();
  const { format } = scoreFormat(useView().benchmark);
  const deciles = Array.from({ length: 11 }, (_, step) => rows[Math.round((step / 10) * (rows.length - 1))]);
  return (
    <Disclosure summary="The chart in figures" className="mt-2">
      <Table
        caption="Quality at every tenth of strong calls"
        captionHidden
        head={
          <tr>
            <ColumnHead>Strong calls</ColumnHead>
            {ROUTER_IDS.map((id) => (
              <ColumnHead key={id} numeric>
                {ROUTER_INFO[id].label}
              </ColumnHead>
            ))}
            <ColumnHead numeric>Random, 95 % of runs</ColumnHead>
            <ColumnHead numeric>Oracle, up to that many</ColumnHead>
          </tr>
        }
      >
        {deciles.map((row) =>
          row === undefined ? null : (
            <tr key={row.strongShare}>
              <RowHead>{formatPercent(row.strongShare)}</RowHead>
              {ROUTER_IDS.map((id) => (
                <Cell key={id} numeric>
                  {format(row[id])}
                </Cell>
              ))}
              <Cell numeric>
                {format(row.band[0])} – {format(row.band[1])}
              </Cell>
              <Cell numeric>{format(row.oracle)}</Cell>
            </tr>
          ),
        )}
      </Table>
    </Disclosure>
  );
}
