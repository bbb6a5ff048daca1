/**
 * Rows as aligned text: the first column to the left, all others, which are figures, to the right; a rule under the head.
 *
 * @param rows (rows) × (columns) cells; the first row is the head.
 * @returns one line a row, without trailing blanks.
 */
export function formatTable(rows: readonly (readonly string[])[]): string[] {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const lines = rows.map((row) =>
    widths
      .map((width, column) => (column === 0 ? (row[column] ?? "").padEnd(width) : (row[column] ?? "").padStart(width)))
      .join("  ")
      .trimEnd(),
  );
  return lines.toSpliced(1, 0, widths.map((width) => "─".repeat(width)).join("  "));
}
