"use client";

import { memo, useMemo, useState } from "react";
import { useAnalysis } from "@/components/explore/state/explorer-context";
import { useSelection } from "@/components/explore/state/selection-provider";
import { useBrushedRows } from "@/components/explore/state/use-brushed-rows";
import { useThrottled } from "@/components/explore/state/use-throttled";
import { categoryButtonId, useView } from "@/components/explore/state/view-provider";
import { Card } from "@/components/ui/card";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import { type CategoryRow, categoryRows, categorySums } from "@/lib/view/explore/category-rows";
import { categoryFinding } from "@/lib/view/explore/findings";
import { pickQuestions } from "@/lib/view/explore/question-table";
import { REGRET_WORDS, rangeWords } from "@/lib/view/explore/regret-words";
import { categoryLabel } from "@/lib/view/shared/category-label";
import { formatCount, formatPercent, formatSigned } from "@/lib/view/shared/format";
import { scoreFormat } from "@/lib/view/shared/score-format";
import { nextSort, type Sort, sortRows } from "@/lib/view/shared/sort-rows";

type Key = "category" | "strongShare" | "score" | "gain" | "meanWinRate" | "questions";

const COLUMNS: readonly { readonly key: Key; readonly label: string }[] = [
  { key: "strongShare", label: "To strong" },
  { key: "score", label: "Quality" },
  { key: "gain", label: "Strong adds" },
  { key: "meanWinRate", label: "Win rate" },
  { key: "questions", label: "Questions" },
];

const REDRAW_MS = 100;

const signed = (gain: number, scale: number, decimals: number): string =>
  formatSigned(gain, (size) => (size * scale).toFixed(decimals));

type CategoryTableProps = {
  readonly router: RouterId;
  readonly cutoff: number;
  /** Places of the questions that count; null for all of them. */
  readonly picked: Int32Array | null;
  /** The category whose questions are open. */
  readonly opened: string | null;
  readonly onOpen: (category: string | null) => void;
};

/** One pass over the questions and one row a category; re-drawn only when α or the router changes. */
const CategoryTable = memo(function CategoryTable(props: CategoryTableProps) {
  const { router, cutoff, picked, opened, onOpen } = props;
  const { table, routers } = useAnalysis();
  const [sort, setSort] = useState<Sort<Key>>({ key: "meanWinRate", direction: "descending" });
  const { sums } = routers[router];
  const rows = useMemo(() => {
    if (picked === null) return categoryRows({ table, router, sums, threshold: cutoff });
    const part = pickQuestions(table, picked);
    return categoryRows({ table: part, router, sums: categorySums(part, router), threshold: cutoff });
  }, [table, router, sums, cutoff, picked]);
  const { format, scale, decimals } = scoreFormat(table.benchmark);
  const read = (row: CategoryRow, key: Key) => (key === "category" ? categoryLabel(row.category) : row[key]);
  const head = (key: Key, label: string) => (
    <ColumnHead
      key={key}
      numeric={key !== "category"}
      sorted={sort.key === key ? sort.direction : undefined}
      onSort={() => setSort(nextSort(sort, key, key === "category" ? "ascending" : "descending"))}
    >
      {label}
    </ColumnHead>
  );
  return (
    <>
      <p className="mb-2 min-h-16 text-sm">{categoryFinding(rows)}</p>
      <Table
        caption="Routing by category"
        captionHidden
        maxHeight="22rem"
        head={
          <tr>
            {head("category", "Category")}
            {COLUMNS.map(({ key, label }) => head(key, label))}
          </tr>
        }
      >
        {sortRows(rows, sort, read).map((row) => (
          <tr key={row.category} className={row.category === opened ? "bg-surface-2" : undefined}>
            <RowHead>
              <button
                type="button"
                id={categoryButtonId(row.category)}
                aria-expanded={row.category === opened}
                onClick={() => onOpen(row.category === opened ? null : row.category)}
                className="min-h-6 text-left font-medium underline decoration-line-strong underline-offset-3 hover:decoration-text"
              >
                {categoryLabel(row.category)}
              </button>
            </RowHead>
            <Cell numeric>
              <span aria-hidden="true" className="mr-2 inline-block h-2 w-12 bg-weak-wash align-middle">
                <span
                  className="block h-full origin-left bg-strong"
                  style={{ transform: `scaleX(${row.strongShare.toFixed(4)})` }}
                />
              </span>
              <span className="inline-block w-[5ch]">{formatPercent(row.strongShare)}</span>
            </Cell>
            <Cell numeric>{format(row.score)}</Cell>
            <Cell numeric>{signed(row.gain, scale, decimals)}</Cell>
            <Cell numeric>{row.meanWinRate.toFixed(3)}</Cell>
            <Cell numeric>{formatCount(row.questions)}</Cell>
          </tr>
        ))}
      </Table>
    </>
  );
});

/** Where the selected router sends what kind of question at the slider's position. */
export function CategoryPanel() {
  const { router, point } = useSelection();
  const { brush, setBrush } = useView();
  const { regret, range } = brush;
  const cutoff = useThrottled(point.threshold, REDRAW_MS);
  // Its own choice of a category marks a row, and takes no other away.
  const picked = useBrushedRows(useMemo(() => ({ category: null, regret, range }), [regret, range]));
  const only = [regret === null ? null : REGRET_WORDS[regret].label.toLowerCase(), range && rangeWords(range)];
  const part = only.filter((words) => words !== null).join(", ");
  return (
    <Card title="Routing by category" aside={`${ROUTER_INFO[router].label}${part === "" ? "" : `, only ${part}`}`}>
      <CategoryTable
        router={router}
        cutoff={cutoff}
        picked={picked}
        opened={brush.category}
        onOpen={(category) => setBrush({ category })}
      />
      <p className="mt-2 text-xs leading-5 text-muted">Press a category to see its questions.</p>
    </Card>
  );
}
