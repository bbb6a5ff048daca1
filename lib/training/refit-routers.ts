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
  readonly random: () => number;
  /** Share of the fit that is done, in [0, 1]. */
  readonly report?: (share: number) => void;
};

/** Epochs of `mf`, as in the first training. */
const EPOCHS = 12;

/** Fits the two heads on battles between tiers (see `tierName`), on embeddings by an encoder that stays. */
export function refitRouters(battles: readonly EmbeddedBattle[], options: RefitOptions): RefitWeights {
  const { modelTiers, tierCount, random, report } = options;
  const tiers = tierIndices(tierCount);
  const similar = battles.map((battle) => ({ ...battle, embedding: scaleForSimilarity(battle.embedding) }));
  const mf = fitMatrixFactorization(
    battles
      .filter(({ weight }) => weight > 0)
      .map((battle) => ({ ...battle, embedding: withoutDifficulty(battle.embedding) })),
    { modelIndices: tiers, random, epochs: EPOCHS, onEpoch: ({ epoch }) => report?.((epoch + 1) / EPOCHS) },
  );
  return {
    sw_ranking: { ...fitSimilarityWeighted(similar, { tierCount, modelTiers: tiers }), modelTiers },
    mf: { ...mf, modelIndices: modelTiers },
  };
}
