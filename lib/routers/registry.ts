import type { ModelPair } from "@/lib/domain/model-pair";
import type { RouterId } from "@/lib/domain/router-id";
import { createCachingEmbedder } from "@/lib/embeddings/caching-embedder";
import type { Embedder } from "@/lib/embeddings/embedder";
import { createFactorizationEmbedder } from "@/lib/embeddings/factorization-embedder";
import { createSimilarityEmbedder } from "@/lib/embeddings/similarity-scales";
import type { BattleRegister } from "./battle-register";
import { createBertRouter } from "./bert-router";
import { createCausalLlmRouter } from "./causal-llm-router";
import type { LabelModel } from "./label-model";
import { createLengthRouter, type LengthWeights } from "./length-router";
import { createMatrixFactorizationRouter, type MatrixFactorizationWeights } from "./matrix-factorization-router";
import { createRandomRouter } from "./random-router";
import type { Router } from "./router";
import { createSimilarityWeightedExplainer } from "./similarity-weighted-explainer";
import { createSimilarityWeightedRouter, type SimilarityWeightedWeights } from "./similarity-weighted-router";

/** What the routers on vectors and counts have learned, the text encoder apart. */
export type RouterWeights = {
  readonly sw_ranking: SimilarityWeightedWeights;
  readonly mf: MatrixFactorizationWeights;
  readonly length: LengthWeights;
};

/** The transformers, wherever they run, and how their labels become win rates. */
export type TransformerModels = {
  readonly bert: {
    readonly model: LabelModel;
    readonly strongLabels: readonly number[];
  };
  readonly causal_llm: { readonly model: LabelModel };
};

/**
 * All routers by id, in the order of ROUTER_IDS. A further router is one file beside this one, one line here, and its id
 * in lib/domain/router-id: artifacts, evaluation and pages go through all ids.
 */
export function createRouters(options: {
  weights: RouterWeights;
  pair: ModelPair;
  encoder: Embedder;
  transformers: TransformerModels;
  /** What `sw_ranking` needs to explain itself; without it, it only scores. */
  register?: () => Promise<BattleRegister>;
}): ReadonlyMap<RouterId, Router> {
  const { weights, pair, transformers, register } = options;
  const encoder = createCachingEmbedder(options.encoder);
  const ranking = { weights: weights.sw_ranking, pair, embedder: createSimilarityEmbedder(encoder) };
  const explainer = register === undefined ? {} : createSimilarityWeightedExplainer({ ...ranking, register });
  const routers: readonly Router[] = [
    { ...createSimilarityWeightedRouter(ranking), ...explainer },
    createMatrixFactorizationRouter({ weights: weights.mf, pair, embedder: createFactorizationEmbedder(encoder) }),
    createBertRouter(transformers.bert),
    createCausalLlmRouter(transformers.causal_llm),
    createLengthRouter({ weights: weights.length }),
    createRandomRouter(),
  ];
  return new Map(routers.map((router) => [router.id, router]));
}
