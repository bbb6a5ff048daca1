export type CsvCell = string | number | null;

/** A leading =, +, - or @ makes a spreadsheet run the text as a formula; an apostrophe keeps it text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const encode = (cell: CsvCell): string => {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  const text = harmless(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** RFC 4180: comma-separated, CRLF line ends, quotes doubled. Null and non-finite numbers become empty cells. */
export const toCsvRow = (row: readonly CsvCell[]): string => `${row.map(encode).join(",")}\r\n`;

/** A head and rows, as `toCsvRow` writes them. */
export const toCsv = (header: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  [header, ...rows].map(toCsvRow).join("");
