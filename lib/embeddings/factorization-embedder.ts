import type { Embedder, Embedding } from "./embedder";
import { DIFFICULTY_COLUMN } from "./gated-encoder";

/**
 * The embedding without its difficulty column, which the multiple-choice score already holds. A linear model left free to
 * weigh the two by 1,500 rows of one benchmark learns its accidents: it ranks elementary mathematics among the easiest
 * subjects.
 */
export function withoutDifficulty({ vector, group }: Embedding): Embedding {
  const rest = vector.slice();
  rest[DIFFICULTY_COLUMN] = 0;
  return { vector: rest, group };
}

/** An encoder whose embeddings are ready for a bilinear model. */
export const createFactorizationEmbedder = (encoder: Embedder): Embedder => ({
  dimensions: encoder.dimensions,
  embedBatch: async (prompts) => (await encoder.embedBatch(prompts)).map(withoutDifficulty),
});
