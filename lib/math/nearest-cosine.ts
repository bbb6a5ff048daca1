import { type SparseRow, sparseDot } from "./sparse-row";

/** Columns have 16 bits. */
const COLUMNS = 2 ** 16;

/**
 * Known vectors are searched in blocks of this many, all queries in one block before the next: a block's index and
 * products then stay in the processor's caches, and memory is not read anew for every query.
 */
const BLOCK_VECTORS = 1024;

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

/** An inverted index: column c is held by the vectors holders[starts[c]..starts[c + 1]] with those weights. */
type Postings = { readonly starts: Uint32Array; readonly holders: Uint16Array; readonly weights: Float32Array };

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
  const splitQueries = queries.map((row) => splitColumns(row, isRare));
  const nearest = queries.map((): Nearest => ({ index: -1, cosine: 0 }));
  for (let offset = 0; offset < known.length; offset += BLOCK_VECTORS) {
    const block = known.slice(offset, offset + BLOCK_VECTORS).map((row) => splitColumns(row, isRare));
    const search = createBlockSearch(block);
    splitQueries.forEach((query, index) => {
      const found = search(query, nearest[index]?.cosine ?? 0);
      if (found !== undefined) nearest[index] = { index: offset + found.index, cosine: found.cosine };
    });
    report?.(Math.min(1, (offset + BLOCK_VECTORS) / known.length));
  }
  return nearest;
}

/** @returns a function to the first nearest vector of the block, if its cosine is above `bar`. */
function createBlockSearch(block: readonly SplitRow[]): (query: SplitRow, bar: number) => Nearest | undefined {
  const postings = invert(block);
  const lengths = Float32Array.from(block, ({ commonLength }) => commonLength);
  const products = new Float32Array(block.length);
  const dense = new Float32Array(COLUMNS);
  const cosineAt = (place: number): number => {
    const row = block[place];
    return row === undefined ? 0 : (products[place] ?? 0) + sparseDot(row.common, dense);
  };
  return (query, bar) => {
    addProducts(postings, query.rare, products);
    scatter(query.common, dense);
    let index = -1;
    let cosine = bar;
    for (let place = 0; place < block.length; place += 1) {
      const most = (products[place] ?? 0) + query.commonLength * (lengths[place] ?? 0);
      if (most < cosine - ROUNDING) continue;
      const exact = cosineAt(place);
      if (exact > cosine) {
        index = place;
        cosine = exact;
      }
    }
    for (const column of query.common.columns) dense[column] = 0;
    return index < 0 ? undefined : { index, cosine };
  };
}

/** Writes the product of every vector of the block with the query's rare columns. */
function addProducts({ starts, holders, weights }: Postings, query: SparseRow, products: Float32Array): void {
  products.fill(0);
  for (let position = 0; position < query.columns.length; position += 1) {
    const column = query.columns[position] ?? 0;
    const weight = query.values[position] ?? 0;
    const end = starts[column + 1] ?? 0;
    for (let place = starts[column] ?? 0; place < end; place += 1) {
      const holder = holders[place] ?? 0;
      products[holder] = (products[holder] ?? 0) + weight * (weights[place] ?? 0);
    }
  }
}

function invert(block: readonly SplitRow[]): Postings {
  const starts = new Uint32Array(COLUMNS + 1);
  for (const { rare } of block) countColumns(rare.columns, starts.subarray(1));
  for (let column = 0; column < COLUMNS; column += 1) {
    starts[column + 1] = (starts[column + 1] ?? 0) + (starts[column] ?? 0);
  }
  const holders = new Uint16Array(starts[COLUMNS] ?? 0);
  const weights = new Float32Array(holders.length);
  const next = starts.slice();
  for (let holder = 0; holder < block.length; holder += 1) {
    const { columns, values } = block[holder]?.rare ?? { columns: new Uint16Array(), values: new Float32Array() };
    for (let position = 0; position < columns.length; position += 1) {
      const column = columns[position] ?? 0;
      const place = next[column] ?? 0;
      holders[place] = holder;
      weights[place] = values[position] ?? 0;
      next[column] = place + 1;
    }
  }
  return { starts, holders, weights };
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
