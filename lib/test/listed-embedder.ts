import type { Embedder, Embedding } from "@/lib/embeddings/embedder";

/** An embedder that knows a fixed list: the prompt "3" has the fourth embedding. */
export function createListedEmbedder(embeddings: readonly Embedding[]): Embedder {
  return {
    dimensions: embeddings[0]?.vector.length ?? 0,
    async embedBatch(prompts) {
      return prompts.map((prompt) => {
        const embedding = embeddings[Number(prompt)];
        if (!embedding) throw new RangeError(`There is no embedding number ${prompt}.`);
        return embedding;
      });
    },
  };
}

/** The prompts that `createListedEmbedder` embeds, in order. */
export const listedPrompts = (embeddings: readonly Embedding[]): readonly string[] =>
  embeddings.map((_, index) => String(index));
