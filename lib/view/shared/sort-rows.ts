type SortDirection = "ascending" | "descending";

export type Sort<Key extends string> = { readonly key: Key; readonly direction: SortDirection };

/** A sorted copy; equal values keep their order, and missing values (null) come last in both directions. */
export function sortRows<Row, Key extends string>(
  rows: readonly Row[],
  { key, direction }: Sort<Key>,
  read: (row: Row, key: Key) => string | number | null,
): readonly Row[] {
  const sign = direction === "ascending" ? 1 : -1;
  return rows.toSorted((left, right) => {
    const [a, b] = [read(left, key), read(right, key)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (typeof a === "string" || typeof b === "string") return sign * String(a).localeCompare(String(b), "en");
    return sign * (a - b);
  });
}

/** What a press on a column's head does: turn the order if it is sorted by already, else start with `first`. */
export function nextSort<Key extends string>(sort: Sort<Key>, key: Key, first: SortDirection): Sort<Key> {
  if (sort.key !== key) return { key, direction: first };
  return { key, direction: sort.direction === "ascending" ? "descending" : "ascending" };
}
