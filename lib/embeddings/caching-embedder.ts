import type { Embedder, Embedding } from "./embedder";
import { type ExplainingEmbedder, isExplainingEmbedder } from "./explaining-embedder";

/**
 * Encodes a batch once for all routers that ask for it one after another: it remembers the last batch, which is told by
 * being the same array, or one prompt by its text.
 */
export function createCachingEmbedder(encoder: Embedder): Embedder {
  let last: { readonly prompts: readonly string[]; readonly embeddings: Promise<readonly Embedding[]> } | undefined;
  const isLast = (prompts: readonly string[]): boolean =>
    last?.prompts === prompts || (prompts.length === 1 && last?.prompts.length === 1 && last.prompts[0] === prompts[0]);
  const embedder: Embedder = {
    dimensions: encoder.dimensions,
    async embedBatch(prompts) {
      if (last !== undefined && isLast(prompts)) return last.embeddings;
      const embeddings = encoder.embedBatch(prompts);
      const own = { prompts, embeddings };
      last = own;
      embeddings.catch(() => {
        if (last === own) last = undefined;
      });
      return embeddings;
    },
  };
  if (!isExplainingEmbedder(encoder)) return embedder;
  const explaining: ExplainingEmbedder = { ...embedder, explain: (prompt) => encoder.explain(prompt) };
  return explaining;
}
