import { withoutDifficulty } from "@/lib/embeddings/factorization-embedder";
import { scaleForSimilarity } from "@/lib/embeddings/similarity-scales";
import type { MatrixFactorizationWeights } from "@/lib/routers/matrix-factorization-router";
import type { SimilarityWeightedWeights } from "@/lib/routers/similarity-weighted-router";
import { fitMatrixFactorization } from "./fit-matrix-factorization";
import { type EmbeddedBattle, fitSimilarityWeighted } from "./fit-similarity-weighted";
import { tierIndices } from "./replay-battles";

/** What a refit learns; everything else of a set of routers stays. */
export type RefitWeights = {
  readonly sw_ranking: SimilarityWeightedWeights;
  readonly mf: MatrixFactorizationWeights;
};

export type RefitOptions = {
  /** Tier of every model that the routers know, as it was; the fits see tiers alone. */
  readonly modelTiers: Readonly<Record<string, number>>;
  readonly tierCount: number;
};

/** Fits `mf` on battles between tiers (see `tierName`), on embeddings by an encoder that stays. */
export function refitFactorization(
  battles: readonly EmbeddedBattle[],
  { modelTiers, tierCount, random }: RefitOptions & { readonly random: () => number },
): MatrixFactorizationWeights {
  const weighty = battles
    .filter(({ weight }) => weight > 0)
    .map((battle) => ({ ...battle, embedding: withoutDifficulty(battle.embedding) }));
  return {
    ...fitMatrixFactorization(weighty, { modelIndices: tierIndices(tierCount), random }),
    modelIndices: modelTiers,
  };
}

/** Fits `sw_ranking` on the same; nothing is random about it. */
export function refitSimilarity(
  battles: readonly EmbeddedBattle[],
  { modelTiers, tierCount }: RefitOptions,
): SimilarityWeightedWeights {
  const similar = battles.map((battle) => ({ ...battle, embedding: scaleForSimilarity(battle.embedding) }));
  return { ...fitSimilarityWeighted(similar, { tierCount, modelTiers: tierIndices(tierCount) }), modelTiers };
}
