import { type SparseRow, sparseDot } from "./sparse-row";

/** Columns have 16 bits. */
const COLUMNS = 2 ** 16;

/**
 * Known vectors are taken in blocks and queries in batches of these sizes, so that a batch's products with a block, and
 * the part of the index that they are summed from, stay in the processor's caches: waiting for memory is otherwise most
 * of the work.
 */
const BLOCK_VECTORS = 1024;
const BATCH_QUERIES = 32;

/**
 * Columns that more than this share of the known vectors hold are common. In tf-idf vectors they carry little weight
 * and are most of the work; at this share both halves of the search take about as long.
 */
const COMMON_SHARE = 0.15;

/** Slack for sums that single precision rounds differently. */
const ROUNDING = 1e-5;

/** The most similar vector of a set; `cosine` 0 and `index` −1 if none shares a column with the query. */
export type Nearest = { readonly index: number; readonly cosine: number };

/** A vector's rare and common columns, and the Euclidean length of the latter. */
type SplitRow = { readonly rare: SparseRow; readonly common: SparseRow; readonly commonLength: number };

/** Rare columns inverted. */
type Postings = {
  /** The columns that any row holds, ascending. */
  readonly columns: Uint16Array;
  /** columns[i] is held by the rows holders[starts[i]..starts[i + 1]], with those weights. */
  readonly starts: Uint32Array;
  readonly holders: Uint16Array;
  readonly weights: Float32Array;
};

/**
 * Finds for each query the nearest of many unit vectors by cosine, exactly, without comparing all with all.
 * The rare columns are read through an inverted index, which gives every known vector its product over those. Over the
 * common ones it can gain at most the product of both vectors' lengths there (Cauchy–Schwarz), so only the few vectors
 * that could still win by that much are looked at again.
 * @param options.known vectors of length 1 with non-negative entries.
 * @param options.queries the same kind of vectors.
 * @param options.report hears, after each block, the share of the work that is done.
 * @returns (queries) the nearest of each, the first of equals.
 */
export function findNearest(options: {
  known: readonly SparseRow[];
  queries: readonly SparseRow[];
  report?: (share: number) => void;
}): Nearest[] {
  const { known, queries, report } = options;
  const isRare = findRareColumns(known);
  const batches: Batch[] = [];
  for (let first = 0; first < queries.length; first += BATCH_QUERIES) {
    const rows = queries.slice(first, first + BATCH_QUERIES).map((row) => splitColumns(row, isRare));
    batches.push({ first, rows, postings: invert(rows) });
  }
  const nearest = queries.map((): Nearest => ({ index: -1, cosine: 0 }));
  const products = new Float32Array(BATCH_QUERIES * BLOCK_VECTORS);
  for (let offset = 0; offset < known.length; offset += BLOCK_VECTORS) {
    const rows = known.slice(offset, offset + BLOCK_VECTORS).map((row) => splitColumns(row, isRare));
    const search = createBlockSearch(rows);
    const postings = invert(rows);
    const knownStarts = allStarts(rows);
    for (const batch of batches) {
      multiply({ queries: batch.postings, known: postings, knownStarts, products });
      batch.rows.forEach(({ common, commonLength }, place) => {
        const index = batch.first + place;
        const own = products.subarray(place * BLOCK_VECTORS, (place + 1) * BLOCK_VECTORS);
        const found = search({ products: own, common, commonLength, bar: nearest[index]?.cosine ?? 0 });
        if (found !== undefined) nearest[index] = { index: offset + found.index, cosine: found.cosine };
      });
    }
    report?.(Math.min(1, (offset + BLOCK_VECTORS) / known.length));
  }
  return nearest;
}

/** Some queries: as rows, and their rare columns inverted. */
type Batch = { readonly first: number; readonly rows: readonly SplitRow[]; readonly postings: Postings };

/** Writes the products of all queries with all known vectors over the rare columns, a query's BLOCK_VECTORS in a row. */
function multiply(options: {
  queries: Postings;
  known: Postings;
  /** allStarts of the known vectors: a column's place without a search. */
  knownStarts: Uint32Array;
  products: Float32Array;
}): void {
  const { queries, knownStarts, products } = options;
  const { holders, weights } = options.known;
  products.fill(0);
  for (let entry = 0; entry < queries.columns.length; entry += 1) {
    const column = queries.columns[entry] ?? 0;
    const start = knownStarts[column] ?? 0;
    const end = knownStarts[column + 1] ?? 0;
    const last = queries.starts[entry + 1] ?? 0;
    for (let query = queries.starts[entry] ?? 0; query < last; query += 1) {
      const weight = queries.weights[query] ?? 0;
      const row = (queries.holders[query] ?? 0) * BLOCK_VECTORS;
      for (let place = start; place < end; place += 1) {
        const product = row + (holders[place] ?? 0);
        products[product] = (products[product] ?? 0) + weight * (weights[place] ?? 0);
      }
    }
  }
}

/** @returns a function to the first nearest vector of the block, if its cosine is above `bar`. */
function createBlockSearch(block: readonly SplitRow[]) {
  const lengths = Float32Array.from(block, ({ commonLength }) => commonLength);
  const dense = new Float32Array(COLUMNS);
  return (query: {
    /** (BLOCK_VECTORS) over the rare columns. */
    products: Float32Array;
    common: SparseRow;
    commonLength: number;
    bar: number;
  }): Nearest | undefined => {
    const { products, common, commonLength, bar } = query;
    scatter(common, dense);
    let index = -1;
    let cosine = bar;
    for (let place = 0; place < block.length; place += 1) {
      const product = products[place] ?? 0;
      const row = block[place];
      if (row === undefined || product + commonLength * (lengths[place] ?? 0) < cosine - ROUNDING) continue;
      const exact = product + sparseDot(row.common, dense);
      if (exact > cosine) {
        index = place;
        cosine = exact;
      }
    }
    for (const column of common.columns) dense[column] = 0;
    return index < 0 ? undefined : { index, cosine };
  };
}

function invert(rows: readonly SplitRow[]): Postings {
  const starts = allStarts(rows);
  const held = Array.from({ length: COLUMNS }, (_, column) => column).filter(
    (column) => (starts[column + 1] ?? 0) > (starts[column] ?? 0),
  );
  const size = starts[COLUMNS] ?? 0;
  const holders = new Uint16Array(size);
  const weights = new Float32Array(size);
  const next = starts.slice();
  rows.forEach(({ rare: { columns, values } }, holder) => {
    for (let position = 0; position < columns.length; position += 1) {
      const column = columns[position] ?? 0;
      const place = next[column] ?? 0;
      holders[place] = holder;
      weights[place] = values[position] ?? 0;
      next[column] = place + 1;
    }
  });
  const heldStarts = held.map((column) => starts[column] ?? 0);
  return { columns: Uint16Array.from(held), starts: Uint32Array.from([...heldStarts, size]), holders, weights };
}

/** @returns (COLUMNS + 1) how many entries of rare columns come before each column. */
function allStarts(rows: readonly SplitRow[]): Uint32Array {
  const starts = new Uint32Array(COLUMNS + 1);
  for (const { rare } of rows) countColumns(rare.columns, starts.subarray(1));
  for (let column = 0; column < COLUMNS; column += 1) {
    starts[column + 1] = (starts[column + 1] ?? 0) + (starts[column] ?? 0);
  }
  return starts;
}

/** @returns (COLUMNS) 1 where a column is rare. */
function findRareColumns(known: readonly SparseRow[]): Uint8Array {
  const counts = new Uint32Array(COLUMNS);
  for (const { columns } of known) countColumns(columns, counts);
  return Uint8Array.from(counts, (count) => (count <= COMMON_SHARE * known.length ? 1 : 0));
}

function countColumns(columns: Uint16Array, counts: Uint32Array): void {
  for (const column of columns) counts[column] = (counts[column] ?? 0) + 1;
}

function splitColumns(row: SparseRow, isRare: Uint8Array): SplitRow {
  const size = row.columns.length;
  const columns = new Uint16Array(size);
  const values = new Float32Array(size);
  // Rare columns fill the front, common ones the back.
  let front = 0;
  let back = size;
  let squares = 0;
  for (let position = 0; position < size; position += 1) {
    const column = row.columns[position] ?? 0;
    const value = row.values[position] ?? 0;
    const isFront = isRare[column] === 1;
    if (!isFront) squares += value * value;
    const place = isFront ? front : back - 1;
    columns[place] = column;
    values[place] = value;
    if (isFront) front += 1;
    else back -= 1;
  }
  return {
    rare: { columns: columns.subarray(0, front), values: values.subarray(0, front) },
    common: { columns: columns.subarray(front), values: values.subarray(front) },
    commonLength: Math.sqrt(squares),
  };
}

function scatter({ columns, values }: SparseRow, dense: Float32Array): void {
  for (let position = 0; position < columns.length; position += 1)
    dense[columns[position] ?? 0] = values[position] ?? 0;
}
