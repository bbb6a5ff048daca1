import { CsvError, parse } from "csv-parse/sync";
import { RoutingError } from "@/lib/domain/routing-error";
import { type OnBadRow, refuseBadRows } from "./bad-rows";

/** A row by column, and the line of the file in which it ends. */
export type CsvRow = { readonly record: Readonly<Record<string, string>>; readonly line: number };

/**
 * Rows of a CSV text whose first line names the columns (blanks around names do not count); blank lines are passed over.
 * @param onBadRow hears of each row with a broken quote or another number of cells, and by default throws.
 * @throws RoutingError that names `path` if the text is no valid CSV or names a column twice.
 */
export function parseCsv(path: string, text: string, onBadRow: OnBadRow = refuseBadRows): CsvRow[] {
  try {
    const rows = parse<{ record: Record<string, string>; info: { lines: number } }>(text, {
      columns: (names: string[]) =>
        distinct(
          path,
          names.map((name) => name.trim()),
        ),
      info: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: (error) => {
        onBadRow(noCsv(path, error));
        return undefined;
      },
    });
    return rows.map(({ record, info }) => ({ record, line: info.lines }));
  } catch (error) {
    if (error instanceof CsvError) throw noCsv(path, error);
    throw error;
  }
}

function distinct(path: string, names: readonly string[]): string[] {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return [...names];
  throw invalid(path, `line 1: column ${JSON.stringify(twice)} is named twice; every column needs a name of its own.`);
}

const noCsv = (path: string, error: CsvError | undefined): RoutingError =>
  invalid(path, `is no valid CSV: ${error?.message ?? "a row cannot be read"}.`);

const invalid = (path: string, problem: string): RoutingError =>
  new RoutingError({ code: "invalid_data", parameter: path, message: `${path} ${problem}` });
