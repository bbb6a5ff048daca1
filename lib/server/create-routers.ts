import "server-only";
import type { ModelPair } from "@/lib/domain/model-pair";
import type { RouterId } from "@/lib/domain/router-id";
import type { Embedder } from "@/lib/embeddings/embedder";
import { createFactorizationEmbedder } from "@/lib/embeddings/factorization-embedder";
import { createSimilarityEmbedder } from "@/lib/embeddings/similarity-scales";
import { createLengthRouter, type LengthWeights } from "@/lib/routers/length-router";
import {
  createMatrixFactorizationRouter,
  type MatrixFactorizationWeights,
} from "@/lib/routers/matrix-factorization-router";
import { createRandomRouter } from "@/lib/routers/random-router";
import type { Router } from "@/lib/routers/router";
import {
  createSimilarityWeightedRouter,
  type SimilarityWeightedWeights,
} from "@/lib/routers/similarity-weighted-router";

/** What all routers together have learned, the text encoder apart. */
export type RouterWeights = {
  readonly sw_ranking: SimilarityWeightedWeights;
  readonly mf: MatrixFactorizationWeights;
  readonly length: LengthWeights;
};

/** One line a router: a further one is registered here and listed in lib/domain/router-id. */
export function createRouters(options: {
  weights: RouterWeights;
  pair: ModelPair;
  encoder: Embedder;
}): ReadonlyMap<RouterId, Router> {
  const { weights, pair, encoder } = options;
  const routers: readonly Router[] = [
    createSimilarityWeightedRouter({ weights: weights.sw_ranking, pair, embedder: createSimilarityEmbedder(encoder) }),
    createMatrixFactorizationRouter({ weights: weights.mf, pair, embedder: createFactorizationEmbedder(encoder) }),
    createLengthRouter({ weights: weights.length }),
    createRandomRouter(),
  ];
  return new Map(routers.map((router) => [router.id, router]));
}
