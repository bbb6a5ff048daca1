import type { Embedder, Embedding } from "./embedder";
import { DIFFICULTY_COLUMN, embeddingOf, groupColumn, scoreColumn } from "./gated-encoder";

/**
 * How much each of the encoder's columns counts in a similarity: constant, three gates, multiple-choice score, difficulty,
 * word-problem score, chat score. Difficulty counts less than the score: it only parts questions that
 * score alike.
 */
const SIMILARITY_SCALES: readonly number[] = [0, 0.5, 0.5, 0.5, 1, 0.3, 1, 1];

/** The embedding that similarities are taken of. */
export const scaleForSimilarity = ({ vector, group }: Embedding): Embedding => ({
  vector: vector.map((value, column) => value * (SIMILARITY_SCALES[column] ?? 1)),
  group,
});

/**
 * Undoes `scaleForSimilarity` and the division by the length that follows it: the column of the prompt's group, 1 in every
 * embedding, tells what the others were divided by.
 */
export function restoreEmbedding({ vector, group }: Embedding): Embedding {
  const own = groupColumn(group);
  const length = (SIMILARITY_SCALES[own] ?? 1) / (vector[own] ?? Number.NaN);
  const restored = (column: number) => ((vector[column] ?? 0) * length) / (SIMILARITY_SCALES[column] ?? 1);
  return embeddingOf({
    group,
    score: restored(scoreColumn(group)),
    difficulty: group === 0 ? restored(DIFFICULTY_COLUMN) : 0,
  });
}

/** An encoder whose embeddings are ready for similarities. */
export const createSimilarityEmbedder = (encoder: Embedder): Embedder => ({
  dimensions: encoder.dimensions,
  embedBatch: async (prompts) => (await encoder.embedBatch(prompts)).map(scaleForSimilarity),
});
