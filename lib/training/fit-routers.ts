import { withoutDifficulty } from "@/lib/embeddings/factorization-embedder";
import { scaleForSimilarity } from "@/lib/embeddings/similarity-scales";
import type { LengthWeights } from "@/lib/routers/length-router";
import type { MatrixFactorizationWeights } from "@/lib/routers/matrix-factorization-router";
import type { SimilarityWeightedWeights } from "@/lib/routers/similarity-weighted-router";
import type { TrainingBattle } from "./assemble-battles";
import { fitLength } from "./fit-length";
import { fitMatrixFactorization } from "./fit-matrix-factorization";
import { fitSimilarityWeighted } from "./fit-similarity-weighted";

/** Everything that is learned from one set of battles. */
export type RouterFits = {
  readonly sw_ranking: SimilarityWeightedWeights;
  readonly mf: MatrixFactorizationWeights;
  readonly length: LengthWeights;
};

/**
 * Fits all routers on the same battles. The length baseline sees the pair's battles alone: it knows no models.
 * @param options.modelTiers tier of every model; `mf` shares its model vectors within tiers.
 */
export function fitRouters(options: {
  battles: readonly TrainingBattle[];
  pair: { readonly strong: string; readonly weak: string };
  modelTiers: Readonly<Record<string, number>>;
  tierCount: number;
  random: () => number;
}): RouterFits {
  const { battles, pair, modelTiers, tierCount, random } = options;
  return {
    sw_ranking: fitSimilarityWeighted(
      battles.map((battle) => ({ ...battle, embedding: scaleForSimilarity(battle.embedding) })),
      { tierCount, modelTiers },
    ),
    mf: fitMatrixFactorization(
      battles.map((battle) => ({ ...battle, embedding: withoutDifficulty(battle.embedding) })),
      { modelIndices: modelTiers, random },
    ),
    length: fitLength(battles.filter(({ modelA, modelB }) => modelA === pair.strong && modelB === pair.weak)),
  };
}
