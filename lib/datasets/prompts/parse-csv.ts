import { type OnBadRow, refuseBadRows } from "./bad-rows";
import { createCsvRows } from "./csv-rows";
import { fileProblem } from "./file-problem";

/** A row by column, and the line of the file in which it begins. */
export type CsvRow = { readonly record: Readonly<Record<string, string>>; readonly line: number };

/**
 * Rows of a CSV text whose first line names the columns (blanks around names do not count); blank lines are passed over.
 * @param onBadRow hears of each row with a broken quote or another number of cells, and by default throws.
 * @throws RoutingError that names `path` if the names cannot be read or one comes twice.
 */
export function parseCsv(path: string, text: string, onBadRow: OnBadRow = refuseBadRows): CsvRow[] {
  const parser = createCsvRows(path);
  return [...parser.push(text), ...parser.end()].flatMap((row) => {
    if ("cells" in row) {
      const cells = parser.columns.map((column, index) => [column, row.cells[index] ?? ""]);
      return { record: Object.fromEntries(cells), line: row.line };
    }
    onBadRow(fileProblem({ name: path, problem: `is no valid CSV: line ${row.line}: ${row.problem}` }));
    return [];
  });
}
