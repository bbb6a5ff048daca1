import type { Embedder, Embedding } from "./embedder";

/** Places of the multiple-choice columns in the encoder's embedding. */
const GAIN = 4;
const DIFFICULTY = 5;

/** What a deviation of difficulty adds to a deviation of gain (RECIPES, multiple-choice gate). */
const DIFFICULTY_SHARE = 0.3;

/**
 * The multiple-choice columns as one: gain + 0.3 · difficulty. A linear model left free to weigh the two by 1,500 rows of
 * one benchmark learns its accidents (it ranks elementary mathematics among the easiest subjects); the fixed sum was
 * chosen on golden rows, and difficulty is learned on far more of them.
 */
export function foldDifficulty({ vector, group }: Embedding): Embedding {
  const folded = vector.slice();
  folded[GAIN] = (vector[GAIN] ?? 0) + DIFFICULTY_SHARE * (vector[DIFFICULTY] ?? 0);
  folded[DIFFICULTY] = 0;
  return { vector: folded, group };
}

/** An encoder whose embeddings are ready for a bilinear model. */
export const createFactorizationEmbedder = (encoder: Embedder): Embedder => ({
  dimensions: encoder.dimensions,
  embedBatch: async (prompts) => (await encoder.embedBatch(prompts)).map(foldDifficulty),
});
