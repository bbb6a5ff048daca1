import { type SparseRow, sparseDot } from "@/lib/math/sparse-row";
import { createNgramCounter, TEXT_COLUMNS, weighRow } from "@/lib/text/hashed-features";

/**
 * Which of many texts are most like one, by their words and pieces of words (the encoder's n-grams, weighed by how rare
 * they are): cosines in [0, 1]. It knows spelling, not meaning.
 * @param options.idf (TEXT_COLUMNS) of the encoder.
 */
export function createTextSimilarity(options: { idf: Float32Array; texts: readonly string[] }) {
  const countNgrams = createNgramCounter();
  const dense = new Float32Array(TEXT_COLUMNS);
  const vectorOf = (text: string): SparseRow => weighRow(countNgrams(text), options.idf);
  const rows = options.texts.map((text) => {
    const row = vectorOf(text);
    return { row, length: lengthOf(row) };
  });
  return {
    vectorOf,
    /** @returns (texts) cosines with each text, in order; 0 with an empty one. */
    cosines(text: string): number[] {
      const query = vectorOf(text);
      query.columns.forEach((column, index) => {
        dense[column] = query.values[index] ?? 0;
      });
      const length = lengthOf(query);
      const cosines = rows.map(({ row, length: own }) =>
        own === 0 || length === 0 ? 0 : Math.min(1, sparseDot(row, dense) / (own * length)),
      );
      query.columns.forEach((column) => {
        dense[column] = 0;
      });
      return cosines;
    },
  };
}

const lengthOf = ({ values }: SparseRow): number => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
