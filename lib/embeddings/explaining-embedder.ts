import type { ExplanationPart } from "@/lib/domain/router-explanation";
import type { Embedder, Embedding } from "./embedder";

/** A summand of one column of an embedding. */
export type EmbeddingPart = ExplanationPart & { readonly column: number };

/** An embedder that can also say what each column is the sum of. */
export type ExplainingEmbedder = Embedder & {
  /** @returns parts whose values add up, column by column, to the vector. */
  explain(prompt: string): { readonly embedding: Embedding; readonly parts: readonly EmbeddingPart[] };
};

export const isExplainingEmbedder = (embedder: Embedder): embedder is ExplainingEmbedder => "explain" in embedder;
