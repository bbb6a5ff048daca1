import type { ModelPair } from "@/lib/domain/model-pair";
import type { Embedding } from "@/lib/embeddings/embedder";
import { withoutDifficulty } from "@/lib/embeddings/factorization-embedder";
import { scaleForSimilarity } from "@/lib/embeddings/similarity-scales";
import { createMatrixFactorizationScorer } from "@/lib/routers/matrix-factorization-router";
import { createSimilarityWeightedScorer } from "@/lib/routers/similarity-weighted-router";
import { scaleWinRate } from "@/lib/routers/win-rate-scale";
import { matrixFactorizationArtifactSchema } from "@/lib/schemas/artifacts/matrix-factorization-artifact";
import { type ReliabilityArtifact, reliabilityArtifactSchema } from "@/lib/schemas/artifacts/reliability-artifact";
import { similarityWeightedArtifactSchema } from "@/lib/schemas/artifacts/similarity-weighted-artifact";
import type { RetrainedRouter } from "@/lib/schemas/web/retraining-state";
import { readArtifact } from "@/lib/storage/read-artifact";
import type { RefitWeights } from "@/lib/training/refit-routers";
import { unpackMatrixFactorization, unpackSimilarityWeighted } from "./pack-routers";

/** Win rate of an embedding by the text encoder, scaled as the router is served. */
type Head = (embedding: Embedding) => number;
export type Heads = Readonly<Record<RetrainedRouter, Head>>;

/** The two routers that learn from votes, without the encoder before them. */
export async function readHeads(
  directory: string,
): Promise<{ weights: RefitWeights; reliability: ReliabilityArtifact }> {
  const [similarity, factorization, reliability] = await Promise.all([
    readArtifact({ directory, path: "sw-ranking.json", schema: similarityWeightedArtifactSchema }),
    readArtifact({ directory, path: "mf.json", schema: matrixFactorizationArtifactSchema }),
    readArtifact({ directory, path: "reliability.json", schema: reliabilityArtifactSchema }),
  ]);
  const weights = { sw_ranking: unpackSimilarityWeighted(similarity), mf: unpackMatrixFactorization(factorization) };
  return { weights, reliability };
}

export function createHeads(
  weights: RefitWeights,
  options: { pair: ModelPair; reliability: ReliabilityArtifact },
): Heads {
  const { pair, reliability } = options;
  const factorization = createMatrixFactorizationScorer(weights.mf, pair);
  const similarity = createSimilarityWeightedScorer(weights.sw_ranking, pair);
  const scaled = (id: RetrainedRouter, score: Head): Head => {
    const scale = reliability.routers[id]?.scale;
    return scale === undefined ? score : (embedding) => scaleWinRate(score(embedding), scale);
  };
  return {
    mf: scaled("mf", (embedding) => factorization(withoutDifficulty(embedding).vector)),
    sw_ranking: scaled("sw_ranking", (embedding) => similarity(scaleForSimilarity(embedding))),
  };
}

/** The same of each of the two routers. */
export const forRetrained = <Value>(
  value: (id: RetrainedRouter) => Value,
): Readonly<Record<RetrainedRouter, Value>> => ({
  mf: value("mf"),
  sw_ranking: value("sw_ranking"),
});
