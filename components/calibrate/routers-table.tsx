"use client";

import { Card } from "@/components/ui/card";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { samplePrices } from "@/lib/calibration/hand-over";
import { monthlyCosts, shareOfAllRows } from "@/lib/calibration/sample-budget";
import { formatDollars } from "@/lib/domain/dollars";
import { ROUTER_INFO } from "@/lib/domain/router-id";
import { formatShareRange } from "@/lib/view/calibrate/run-result";
import { formatPercent, formatThreshold } from "@/lib/view/shared/format";
import { useRun } from "./run-context";

/** Every router at the same target: its own α, range, check and cost. */
export function RoutersTable() {
  const { routers, router, setRouter, sampleOf, step, strongShare, prices } = useRun();
  return (
    <Card title="Every router at this target" aside={`${formatPercent(strongShare, 1)} strong calls`}>
      <Table
        caption="α of each router for the target share, on your prompts"
        captionHidden
        head={
          <tr>
            <ColumnHead>Router</ColumnHead>
            <ColumnHead numeric>α</ColumnHead>
            <ColumnHead numeric>α, 95 % range</ColumnHead>
            <ColumnHead numeric>Share reached</ColumnHead>
            <ColumnHead numeric>Share to expect</ColumnHead>
            <ColumnHead numeric>Held-out share</ColumnHead>
            <ColumnHead numeric>Cost a month</ColumnHead>
          </tr>
        }
      >
        {routers.map((id) => {
          const sample = sampleOf(id);
          if (sample === undefined) return null;
          const { table, heldOut } = sample;
          const at = (column: readonly number[]): number => column[step] ?? 0;
          return (
            <tr key={id} aria-current={id === router ? "true" : undefined} className="aria-[current]:bg-surface-2">
              <RowHead>
                <button
                  type="button"
                  onClick={() => setRouter(id)}
                  className="min-h-6 text-left underline decoration-line-strong underline-offset-2 hover:decoration-text"
                >
                  {ROUTER_INFO[id].label}
                </button>
              </RowHead>
              <Cell numeric>{formatThreshold(at(table.thresholds))}</Cell>
              <Cell numeric>
                {formatThreshold(at(table.thresholdLow))}–{formatThreshold(at(table.thresholdHigh))}
              </Cell>
              <Cell numeric>{formatPercent(shareOfAllRows(sample, step), 1)}</Cell>
              <Cell numeric>{formatShareRange(at(table.shareLow), at(table.shareHigh))}</Cell>
              <Cell numeric>{heldOut === 0 ? "–" : formatPercent(at(table.heldOutShares), 1)}</Cell>
              <Cell numeric>
                {prices === null
                  ? "no price known"
                  : formatDollars(monthlyCosts(sample, step, samplePrices(prices)).expected)}
              </Cell>
            </tr>
          );
        })}
      </Table>
      <p className="mt-2 text-xs text-muted print:hidden">
        Win rates of different routers are not on one scale: each has its own α for the same share. Which one routes
        best is measured on the Explore page.
      </p>
    </Card>
  );
}
