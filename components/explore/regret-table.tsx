"use client";

import { useState } from "react";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { usePrinting } from "@/components/ui/use-printing";
import { REGRETS, type Regret } from "@/lib/evaluation/regret";
import type { RegretRow } from "@/lib/view/explore/regret-view";
import { REGRET_WORDS } from "@/lib/view/explore/regret-words";
import { categoryLabel } from "@/lib/view/shared/category-label";
import { formatCount, formatPercent } from "@/lib/view/shared/format";
import { nextSort, type Sort, sortRows } from "@/lib/view/shared/sort-rows";

/** How each kind is filled: told apart by pattern as well as by hue. Wasted calls went to strong, lost ones to weak. */
export const REGRET_FILL: Readonly<Record<Regret, string>> = {
  lost: "bg-weak",
  wasted: "bg-strong",
  worse:
    "bg-[repeating-linear-gradient(135deg,var(--strong)_0_2px,var(--surface)_2px_4px)] outline outline-1 -outline-offset-1 outline-strong",
};

type Key = "category" | "shortfall" | Regret | "questions";

/** Rows that stand at first; the others are a press away. */
export const FIRST_ROWS = 10;

type RegretTableProps = {
  readonly rows: readonly RegretRow[];
  readonly formatGap: (gap: number) => string;
  readonly everything: boolean;
  readonly opened: string | null;
  readonly picked: Regret | null;
  readonly onOpen: (category: string | null) => void;
};

const read = (row: RegretRow, key: Key) => (key === "category" ? categoryLabel(row.category) : row[key]);

/** Regret by category, the largest shortfall of quality first. */
export function RegretTable({ rows, formatGap, everything, opened, picked, onOpen }: RegretTableProps) {
  const [sort, setSort] = useState<Sort<Key>>({ key: "shortfall", direction: "descending" });
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
  const sorted = sortRows(rows, sort, read);
  const whole = usePrinting() || everything;
  return (
    <div className="mt-3 [&_table]:min-w-[44rem]">
      <Table
        caption="Regret by category"
        captionHidden
        maxHeight={whole ? "32rem" : undefined}
        head={
          <tr>
            {head("category", "Category")}
            <ColumnHead>Of its questions</ColumnHead>
            {REGRETS.map((regret) => head(regret, REGRET_WORDS[regret].label))}
            {head("shortfall", "Short of the better answer")}
            {head("questions", "Questions")}
          </tr>
        }
      >
        {sorted.slice(0, whole ? sorted.length : FIRST_ROWS).map((row) => (
          <tr key={row.category} className={row.category === opened ? "bg-surface-2" : undefined}>
            <RowHead>
              <button
                type="button"
                aria-expanded={row.category === opened}
                onClick={() => onOpen(row.category === opened ? null : row.category)}
                className="min-h-6 text-left font-medium underline decoration-line-strong underline-offset-3 hover:decoration-text"
              >
                {categoryLabel(row.category)}
              </button>
            </RowHead>
            <Cell>
              <span aria-hidden="true" className="flex h-3 w-40 bg-surface-2">
                {REGRETS.map((regret) => (
                  <span
                    key={regret}
                    className={`block h-full ${REGRET_FILL[regret]} ${picked === null || picked === regret ? "" : "opacity-25"}`}
                    style={{ width: `${(row[regret] * 100).toFixed(2)}%` }}
                  />
                ))}
              </span>
            </Cell>
            {REGRETS.map((regret) => (
              <Cell key={regret} numeric>
                {formatPercent(row[regret], 1)}
              </Cell>
            ))}
            <Cell numeric>{formatGap(row.shortfall)}</Cell>
            <Cell numeric>{formatCount(row.questions)}</Cell>
          </tr>
        ))}
      </Table>
    </div>
  );
}
