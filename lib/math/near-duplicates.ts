import { type SparseRow, sparseDot } from "./sparse-row";

/**
 * Finds whether a unit vector has a near copy in a set of unit vectors, exactly, without comparing it to all of them.
 * Columns are put in one global order, rarest first. Two unit vectors with cosine ≥ c must share a column within the
 * prefix of each after which less than c² of its squared length remains (prefix filtering, Bayardo et al. 2007), so
 * only vectors that share a rare column are compared.
 * @param known vectors of length 1 with non-negative entries.
 * @returns a function from a vector of length 1 to the index of its nearest copy with cosine ≥ `minimumCosine`, if any.
 */
export function createNearDuplicateFinder(
  known: readonly SparseRow[],
  minimumCosine: number,
): (row: SparseRow) => number | undefined {
  const frequencies = new Map<number, number>();
  for (const row of known)
    for (const column of row.columns) frequencies.set(column, (frequencies.get(column) ?? 0) + 1);
  const rarity = (a: number, b: number) => (frequencies.get(a) ?? 0) - (frequencies.get(b) ?? 0) || a - b;

  const prefixColumns = (row: SparseRow): number[] => {
    const entries = Array.from(row.columns, (column, index) => ({ column, square: (row.values[index] ?? 0) ** 2 }));
    entries.sort((left, right) => rarity(left.column, right.column));
    let remaining = entries.reduce((sum, { square }) => sum + square, 0);
    const prefix: number[] = [];
    for (const { column, square } of entries) {
      if (remaining < minimumCosine ** 2) break;
      prefix.push(column);
      remaining -= square;
    }
    return prefix;
  };

  const holders = new Map<number, number[]>();
  known.forEach((row, index) => {
    for (const column of prefixColumns(row)) {
      const list = holders.get(column);
      if (list === undefined) holders.set(column, [index]);
      else list.push(index);
    }
  });

  // One dense scratch row, cleared after use: looking a column up must cost next to nothing.
  const weights = new Float32Array(2 ** 16);
  // The last query that each known vector was compared with, so that it is compared once.
  const lastQuery = new Uint32Array(known.length);
  let queries = 0;
  return (row) => {
    row.columns.forEach((column, index) => {
      weights[column] = row.values[index] ?? 0;
    });
    queries += 1;
    let best: number | undefined;
    let highest = minimumCosine;
    for (const column of prefixColumns(row)) {
      for (const candidate of holders.get(column) ?? []) {
        const other = known[candidate];
        if (lastQuery[candidate] === queries || other === undefined) continue;
        lastQuery[candidate] = queries;
        const cosine = sparseDot(other, weights);
        if (cosine >= highest) {
          highest = cosine;
          best = candidate;
        }
      }
    }
    for (const column of row.columns) weights[column] = 0;
    return best;
  };
}
