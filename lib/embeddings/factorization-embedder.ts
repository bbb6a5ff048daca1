import type { Embedder, Embedding } from "./embedder";
import { type ExplainingEmbedder, isExplainingEmbedder } from "./explaining-embedder";
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

/** An encoder whose embeddings are ready for a bilinear model; if it can explain them, so can this one. */
export function createFactorizationEmbedder(encoder: Embedder): Embedder {
  const embedder: Embedder = {
    dimensions: encoder.dimensions,
    embedBatch: async (prompts) => (await encoder.embedBatch(prompts)).map(withoutDifficulty),
  };
  if (!isExplainingEmbedder(encoder)) return embedder;
  const explaining: ExplainingEmbedder = {
    ...embedder,
    explain(prompt) {
      const { embedding, parts } = encoder.explain(prompt);
      return {
        embedding: withoutDifficulty(embedding),
        parts: parts.filter(({ column }) => column !== DIFFICULTY_COLUMN),
      };
    },
  };
  return explaining;
}
