import type { SparseRow } from "@/lib/math/sparse-row";

/** Columns of each of the two blocks: word 1–2-grams, then character 3–5-grams within words. */
export const BLOCK_SIZE = 2 ** 14;

/** Columns of the hashed text in all. */
export const TEXT_COLUMNS = 2 * BLOCK_SIZE;

/** Only the beginning of a prompt is read: what makes it hard is said early, and the cost stays bounded. */
const CLIP_CHARACTERS = 2000;

const TOKEN = /[a-z]+|\d[\d,]*(?:\.\d+)?|[^\sa-z\d]/gu;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const SPACE = 32;

/** Spreads the low-entropy FNV state over all bits, so that the lowest 14 can be the column (murmur3's finaliser). */
function toColumn(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  mixed ^= mixed >>> 16;
  return mixed & (BLOCK_SIZE - 1);
}

/** A number is replaced by its shape: a 0 for each digit before the point (at most 4), and a point for decimals. */
function tokenShape(token: string): string {
  const first = token.charCodeAt(0);
  if (first < 48 || first > 57) return token;
  const [whole = "", decimals] = token.replaceAll(",", "").split(".");
  return "0".repeat(Math.min(whole.length, 4)) + (decimals === undefined ? "" : ".");
}

function hashToken(token: string): number {
  let hash = FNV_OFFSET;
  for (let index = 0; index < token.length; index += 1) hash = Math.imul(hash ^ token.charCodeAt(index), FNV_PRIME);
  return hash;
}

/**
 * Counts a prompt's n-grams by hashed column. One counter holds scratch tables and serves many prompts; it is not for
 * use by two prompts at once.
 * @param options.isReused rows are good until the next prompt only, and cost no memory of their own.
 */
export function createNgramCounter({
  isReused = false,
}: {
  readonly isReused?: boolean;
} = {}): (prompt: string) => SparseRow {
  let reused = new Float32Array(0);
  const counts = new Float32Array(TEXT_COLUMNS);
  let touched = new Uint16Array(4096);
  let size = 0;

  const add = (column: number) => {
    if (counts[column] === 0) {
      if (size === touched.length) {
        const grown = new Uint16Array(size * 2);
        grown.set(touched);
        touched = grown;
      }
      touched[size] = column;
      size += 1;
    }
    counts[column] = (counts[column] ?? 0) + 1;
  };

  const addWords = (text: string) => {
    let previous = 0;
    for (const token of text.match(TOKEN) ?? []) {
      const hash = hashToken(tokenShape(token));
      add(toColumn(hash));
      if (previous !== 0) add(toColumn(Math.imul(previous, 31) ^ hash));
      previous = hash === 0 ? 1 : hash;
    }
  };

  /** 3–5-grams of the word with a space on either side; a word shorter than the n-gram counts once as a whole. */
  const addCharacters = (word: string) => {
    const length = word.length + 2;
    const code = (index: number) => (index === 0 || index === length - 1 ? SPACE : word.charCodeAt(index - 1));
    for (let start = 0; start < length - 2; start += 1) {
      let hash = FNV_OFFSET;
      const end = Math.min(start + 5, length);
      for (let index = start; index < end; index += 1) {
        hash = Math.imul(hash ^ code(index), FNV_PRIME);
        if (index - start >= 2) add(BLOCK_SIZE + toColumn(hash));
      }
    }
  };

  return (prompt) => {
    const text = prompt.slice(0, CLIP_CHARACTERS).toLowerCase();
    addWords(text);
    for (const word of text.split(/\s+/)) if (word !== "") addCharacters(word);
    if (isReused && reused.length < touched.length) reused = new Float32Array(touched.length);
    const columns = isReused ? touched.subarray(0, size) : touched.slice(0, size);
    const values = isReused ? reused.subarray(0, size) : new Float32Array(size);
    for (let index = 0; index < size; index += 1) {
      const column = columns[index] ?? 0;
      values[index] = counts[column] ?? 0;
      counts[column] = 0;
    }
    size = 0;
    return { columns, values };
  };
}

/**
 * Smooth inverse document frequencies: ln((1 + n) / (1 + prompts with the column)) + 1.
 * @param rows n prompts' counts; a prompt that stands there twice counts twice.
 * @returns (TEXT_COLUMNS)
 */
export function inverseDocumentFrequencies(rows: readonly SparseRow[]): Float32Array {
  const frequencies = new Uint32Array(TEXT_COLUMNS);
  for (const { columns } of rows) {
    for (const column of columns) frequencies[column] = (frequencies[column] ?? 0) + 1;
  }
  return Float32Array.from(frequencies, (frequency) => Math.log((1 + rows.length) / (1 + frequency)) + 1);
}

/**
 * Turns counts into weights in place: (1 + ln tf) · idf, then each block divided by its own Euclidean length, so that
 * words and characters weigh the same whatever their number.
 * @param idf (TEXT_COLUMNS) inverse document frequencies of the training prompts.
 */
export function weighRow(row: SparseRow, idf: Float32Array): SparseRow {
  const { columns, values } = row;
  let words = 0;
  let characters = 0;
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index] ?? 0;
    const value = (1 + Math.log(values[index] ?? 1)) * (idf[column] ?? 0);
    values[index] = value;
    if (column < BLOCK_SIZE) words += value * value;
    else characters += value * value;
  }
  const wordScale = words > 0 ? 1 / Math.sqrt(words) : 0;
  const characterScale = characters > 0 ? 1 / Math.sqrt(characters) : 0;
  for (let index = 0; index < columns.length; index += 1) {
    const scale = (columns[index] ?? 0) < BLOCK_SIZE ? wordScale : characterScale;
    values[index] = (values[index] ?? 0) * scale;
  }
  return row;
}
