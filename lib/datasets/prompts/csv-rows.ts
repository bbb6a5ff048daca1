import { fileProblem } from "./file-problem";
import type { Row, RowParser } from "./row";
import { type CsvRecord, CsvSplitter } from "./split-csv";

/** Columns beyond this are no table of prompts, and would make every row dear. */
const MAX_COLUMNS = 1_000;

/**
 * CSV whose first row names the columns (blanks around names do not count); rows of another width are problems.
 * @throws RoutingError naming `name` if a column is named twice or the names cannot be read.
 */
export function createCsvRows(name: string): RowParser {
  const splitter = new CsvSplitter();
  const columns: string[] = [];
  const toRow = (record: CsvRecord): Row | [] => {
    if (columns.length === 0) {
      columns.push(...readHeader(record, name));
      return [];
    }
    if ("problem" in record || record.cells.length === columns.length) return record;
    const { line, cells } = record;
    const [found, named] = [countOf(cells.length, "cell"), countOf(columns.length, "column")];
    const advice = "give every row a cell per column, with quotes around cells that hold commas or line ends";
    return { line, problem: `the row has ${found} where the first line names ${named}; ${advice}` };
  };
  return {
    columns,
    push: (piece) => splitter.push(piece).flatMap(toRow),
    end: () => splitter.end().flatMap(toRow),
  };
}

const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

function readHeader(record: CsvRecord, name: string): readonly string[] {
  const { line } = record;
  const refuse = (problem: string) => fileProblem({ name, line, problem });
  if ("problem" in record) throw refuse(`${record.problem} (the first line must name the columns)`);
  const columns = record.cells.map((cell) => cell.trim());
  if (columns.length > MAX_COLUMNS) throw refuse(`names ${columns.length} columns; at most ${MAX_COLUMNS} are read`);
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice === undefined) return columns;
  throw refuse(`column ${JSON.stringify(twice)} is named twice; every column needs a name of its own`);
}
