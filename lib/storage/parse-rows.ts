/** Tables of which it has been said that a row cannot be read. */
const told = new Set<string>();

/**
 * The rows that can be read. One that cannot, of a fault or of a newer version, hides none of the others: it is left out,
 * and a line on standard error says so, once for each table.
 */
export function parseRows<Row, Read>(table: string, rows: readonly Row[], read: (row: Row) => Read): Read[] {
  return rows.flatMap((row) => {
    try {
      return [read(row)];
    } catch {
      if (!told.has(table)) process.stderr.write(`A row of the table ${table} cannot be read and is left out.\n`);
      told.add(table);
      return [];
    }
  });
}
