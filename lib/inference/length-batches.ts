/** Lengths that share a batch lie in one step: a shorter row is padded by less than this. */
const STEP = 16;
/** Tokens of a batch, padding included: beyond it the processor's caches are too small, and the queue waits too long. */
const BATCH_TOKENS = 1024;

/** Rows that are run together, by their places in the caller's order. */
export type LengthBatch = { readonly rows: readonly number[]; readonly length: number };

/**
 * Groups rows of about the same length, so that little is computed for padding.
 * @param lengths (n) tokens of each row.
 * @returns batches that hold every row once; `length` is the longest of theirs, at least 1.
 */
export function lengthBatches(lengths: readonly number[]): LengthBatch[] {
  const byLength = lengths.map((_, row) => row).sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0));
  const batches: { rows: number[]; length: number; step: number }[] = [];
  for (const row of byLength) {
    const length = Math.max(1, lengths[row] ?? 0);
    const step = Math.ceil(length / STEP);
    const last = batches.at(-1);
    if (last !== undefined && last.step === step && (last.rows.length + 1) * length <= BATCH_TOKENS) {
      last.rows.push(row);
      last.length = length;
    } else {
      batches.push({ rows: [row], length, step });
    }
  }
  return batches.map(({ rows, length }) => ({ rows, length }));
}
