/** A prompt as a vector, and the kind of prompt (gate) that it was taken for. */
export type Embedding = {
  /** (dimensions) not normalised. */
  readonly vector: Float64Array;
  /** Prompts of different groups are never compared; 0 for embedders that know no groups. */
  readonly group: number;
};

/** Text → vector. Routers that need one are given it, so fakes need neither weights nor network. */
export type Embedder = {
  readonly dimensions: number;
  /** @returns (n_prompts) embeddings in the order of `prompts`. */
  embedBatch(prompts: readonly string[]): Promise<readonly Embedding[]>;
};
