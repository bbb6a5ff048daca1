"use client";

import { useMemo } from "react";
import { PairMatrixChart } from "@/components/charts/pair-matrix-chart";
import { useAnalysis } from "@/components/explore/state/explorer-context";
import { useView } from "@/components/explore/state/view-provider";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { PAIR_TABLE_IDS, PAIR_TABLE_INFO } from "@/lib/domain/pair-table";
import { ROUTER_INFO } from "@/lib/domain/router-id";
import type { PairContext } from "@/lib/view/explore/pair-context";
import { type MatrixCell, pairMatrix } from "@/lib/view/explore/pair-matrix";
import { matrixFinding } from "@/lib/view/explore/pair-words";
import { formatCounted, formatPercent } from "@/lib/view/shared/format";

/** Pairs that the table under the matrix names at either end. */
const NAMED = 5;

/** Where no other pair was measured: which tables have them. */
function Elsewhere() {
  const { benchmark, setBenchmark, setPair } = useView();
  return (
    <Notice
      kind="empty"
      action={
        <span className="inline-flex flex-wrap gap-1.5">
          {PAIR_TABLE_IDS.map((id) => (
            <Button
              key={id}
              onClick={() => {
                if (id !== benchmark) setBenchmark(id);
                setPair(PAIR_TABLE_INFO[id].pair);
              }}
            >
              {PAIR_TABLE_INFO[id].label}
            </Button>
          ))}
        </span>
      }
    >
      These outcomes are of one pair of models. Many models answered each question of these tables:
    </Notice>
  );
}

function Matrix({ context }: { readonly context: PairContext }) {
  const { router, setPair } = useView();
  const { table, pair } = context;
  const { models } = table;
  const matrix = useMemo(() => pairMatrix(table, router), [table, router]);
  const names = useMemo(() => models.map(({ name }) => name), [models]);
  const nameOf = (model: number) => names[model] ?? "";
  const selected = { strong: names.indexOf(pair.strong), weak: names.indexOf(pair.weak) };
  const tell = (cell: Pick<MatrixCell, "strong" | "weak">) => {
    const found = matrix.cells.find(({ strong, weak }) => strong === cell.strong && weak === cell.weak);
    const [a, b] = [models[cell.strong], models[cell.weak]];
    if (found === undefined || a === undefined || b === undefined) return "";
    const scores = `${a.name} (${formatPercent(a.score, 1)}) over ${b.name} (${formatPercent(b.score, 1)}), ${formatCounted(found.questions, "question")}`;
    if (found.close) return `${scores}: too close to tell apart, nothing to route.`;
    return `${scores}: APGR ${found.apgr?.toFixed(3) ?? "–"}.`;
  };
  const ranked = matrix.cells.filter(({ close }) => !close).toSorted((a, b) => (b.apgr ?? 0) - (a.apgr ?? 0));
  const named = ranked.length <= 2 * NAMED ? ranked : [...ranked.slice(0, NAMED), ...ranked.slice(-NAMED)];
  const choose = ({ strong, weak }: Pick<MatrixCell, "strong" | "weak">) =>
    setPair({ strong: nameOf(strong), weak: nameOf(weak) });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-2">
      <figure className="min-w-0">
        <PairMatrixChart models={names} cells={matrix.cells} selected={selected} onPick={choose} tell={tell} />
        <figcaption className="max-w-[80ch] font-serif text-[1.0625rem] leading-6">
          {matrixFinding({
            routerLabel: ROUTER_INFO[router].label,
            pairs: matrix.cells.length,
            measured: matrix.measured,
            meanApgr: matrix.meanApgr,
            aboveHalf: matrix.aboveHalf,
          })}
        </figcaption>
        <p className="mt-1 text-xs leading-5 text-muted">
          Green squares keep more of the gap than random routing, red ones less; a dash is a pair whose scores are too
          close. Press a square to open its pair.
        </p>
      </figure>
      <div className="min-w-0 [&_table]:min-w-[24rem]">
        <Table
          caption={`Where ${ROUTER_INFO[router].label} routes best and worst`}
          head={
            <tr>
              <ColumnHead>Strong over weak</ColumnHead>
              <ColumnHead numeric>Gap</ColumnHead>
              <ColumnHead numeric>APGR</ColumnHead>
            </tr>
          }
        >
          {named.map((cell) => (
            <tr key={`${cell.strong} ${cell.weak}`}>
              <RowHead>
                <button
                  type="button"
                  onClick={() => choose(cell)}
                  className="min-h-6 text-left font-medium underline decoration-line-strong underline-offset-3 [overflow-wrap:anywhere] hover:decoration-text"
                >
                  {nameOf(cell.strong)} over {nameOf(cell.weak)}
                </button>
              </RowHead>
              <Cell numeric>{formatPercent(cell.gap, 1)}</Cell>
              <Cell numeric>{cell.apgr?.toFixed(3) ?? "–"}</Cell>
            </tr>
          ))}
        </Table>
      </div>
    </div>
  );
}

/** APGR of the selected router over every pair of the opened table's models. */
export function PairMatrixPanel() {
  const { pair } = useAnalysis();
  return pair === null ? <Elsewhere /> : <Matrix context={pair} />;
}
