import type { ModelPair } from "@/lib/domain/model-pair";
import type { Embedding } from "@/lib/embeddings/embedder";
import { createFactorizationEmbedder } from "@/lib/embeddings/factorization-embedder";
import { createGatedEncoder } from "@/lib/embeddings/gated-encoder";
import { createSimilarityEmbedder } from "@/lib/embeddings/similarity-scales";
import { quantize } from "@/lib/math/quantize";
import { unpackEncoder } from "@/lib/packing/pack-encoder";
import { unpackMatrixFactorization, unpackSimilarityWeighted } from "@/lib/packing/pack-routers";
import { scaleRouters } from "@/lib/packing/scale-routers";
import { openTransformers, readTransformerArtifacts } from "@/lib/packing/transformer-artifacts";
import { createMatrixFactorizationScorer } from "@/lib/routers/matrix-factorization-router";
import { createRouters } from "@/lib/routers/registry";
import { createSimilarityRater, type SimilarityWeightedWeights } from "@/lib/routers/similarity-weighted-router";
import { ARTIFACT_SCHEMA_VERSION } from "@/lib/schemas/artifacts/artifact-version";
import { encoderArtifactSchema } from "@/lib/schemas/artifacts/encoder-artifact";
import { lengthArtifactSchema } from "@/lib/schemas/artifacts/length-artifact";
import { matrixFactorizationArtifactSchema } from "@/lib/schemas/artifacts/matrix-factorization-artifact";
import type { PairScores } from "@/lib/schemas/artifacts/pair-scores-artifact";
import { reliabilityArtifactSchema } from "@/lib/schemas/artifacts/reliability-artifact";
import { similarityWeightedArtifactSchema } from "@/lib/schemas/artifacts/similarity-weighted-artifact";
import { sessionPool } from "@/lib/serving/process-session-pool";
import { encodeFloats } from "@/lib/storage/base64-floats";
import { readArtifact } from "@/lib/storage/read-artifact";
import { playerStrengths } from "./player-strengths";

/** What scoring a table's questions gives, whatever the table. */
type Scored = Pick<PairScores, "schemaVersion" | "winRates" | "strengths">;

/** Where a pair decides nothing, its win rate is the shipped router's. */
const BLIND = ["bert", "causal_llm", "length", "random"] as const;

/** (questions × tiers) row-major, one similarity pass a question. */
function tierStrengths(embeddings: readonly Embedding[], weights: SimilarityWeightedWeights): Float64Array {
  const { playerCount } = weights;
  const { rate } = createSimilarityRater(weights);
  const strengths = new Float64Array(embeddings.length * playerCount);
  embeddings.forEach((embedding, question) => {
    strengths.set(rate(embedding).strengths, question * playerCount);
  });
  return strengths;
}

/** Scores prompts for every pair of models at once, with the weights of a folder of artifacts. */
export async function createPairScorer(
  directory: string,
  pair: ModelPair,
): Promise<(prompts: readonly string[]) => Promise<Scored>> {
  const read = { directory };
  const [encoderArtifact, ranking, factorization, length, reliability, transformers] = await Promise.all([
    readArtifact({ ...read, path: "encoder.json", schema: encoderArtifactSchema }),
    readArtifact({ ...read, path: "sw-ranking.json", schema: similarityWeightedArtifactSchema }),
    readArtifact({ ...read, path: "mf.json", schema: matrixFactorizationArtifactSchema }),
    readArtifact({ ...read, path: "length.json", schema: lengthArtifactSchema }),
    readArtifact({ ...read, path: "reliability.json", schema: reliabilityArtifactSchema }),
    readTransformerArtifacts(directory),
  ]);
  const encoder = createGatedEncoder(unpackEncoder(encoderArtifact));
  const weights = {
    sw_ranking: unpackSimilarityWeighted(ranking),
    mf: unpackMatrixFactorization(factorization),
    length,
  };
  const routers = scaleRouters(
    createRouters({
      weights,
      pair,
      encoder,
      transformers: await openTransformers(transformers, { directory, pool: sessionPool }),
    }),
    reliability,
  );
  const vectors = weights.mf.modelVectors.length / weights.mf.hidden;
  // Players under names of their own, so that the routers' own scorers compare any two of them.
  const players = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, player) => [player, player]));
  const named = ({ strong, weak }: { strong: number; weak: number }) => ({ strong: `${strong}`, weak: `${weak}` });

  return async (prompts) => {
    const column = async (id: (typeof BLIND)[number]): Promise<string> =>
      encodeFloats((await routers.get(id)?.scoreBatch(prompts)) ?? [], id);
    const pack = (values: Float64Array) => {
      const { step, values: steps } = quantize(values);
      return { step, values: Buffer.from(steps.buffer).toString("base64") };
    };
    const { playerCount, modelTiers } = weights.sw_ranking;
    return {
      schemaVersion: ARTIFACT_SCHEMA_VERSION,
      winRates: {
        bert: await column("bert"),
        causal_llm: await column("causal_llm"),
        length: await column("length"),
        random: await column("random"),
      },
      strengths: {
        sw_ranking: {
          players: { ...modelTiers },
          playerCount,
          scale: reliability.routers.sw_ranking?.scale ?? null,
          ...pack(tierStrengths(await createSimilarityEmbedder(encoder).embedBatch(prompts), weights.sw_ranking)),
        },
        mf: {
          players: { ...weights.mf.modelIndices },
          playerCount: vectors,
          scale: reliability.routers.mf?.scale ?? null,
          ...pack(
            playerStrengths({
              embeddings: await createFactorizationEmbedder(encoder).embedBatch(prompts),
              playerCount: vectors,
              createScorer: (two) => {
                const score = createMatrixFactorizationScorer(
                  { ...weights.mf, modelIndices: players(vectors) },
                  named(two),
                );
                return ({ vector }) => score(vector);
              },
            }),
          ),
        },
      },
    };
  };
}
