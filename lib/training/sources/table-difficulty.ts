import type { GoldenRow } from "@/lib/domain/golden-row";
import { groupBy } from "@/lib/math/group-by";
import { fitItemResponse } from "@/lib/training/solvers/fit-item-response";
import { TABLES_OF_TASKS } from "./recipe";
import type { GoldenTable } from "./training-data";

/** A golden row with its difficulty; comparable within its table, and within its category in tables of tasks. */
export type RatedRow = { readonly row: GoldenRow; readonly difficulty: number };

/** Item response difficulty of every row of a table, in the order of its rows. */
export function rateTable(table: GoldenTable): RatedRow[] {
  const difficulties = new Map<GoldenRow, number>();
  for (const rows of tasksOf(table)) {
    const models = [...new Set(rows.flatMap((row) => [...row.scores.keys()]))].sort();
    const outcomes = rows.map((row) => Float64Array.from(models, (model) => row.scores.get(model) ?? Number.NaN));
    const fitted = fitItemResponse(outcomes);
    rows.forEach((row, index) => {
      difficulties.set(row, fitted[index] ?? 0);
    });
  }
  return table.rows.map((row) => ({ row, difficulty: difficulties.get(row) ?? 0 }));
}

function tasksOf(table: GoldenTable): readonly GoldenRow[][] {
  if (!TABLES_OF_TASKS.includes(table.name)) return [[...table.rows]];
  return [...groupBy(table.rows, (row) => row.category).values()];
}
