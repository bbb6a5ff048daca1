import { isMainThread } from "node:worker_threads";
import type { RouterId } from "@/lib/domain/router-id";
import { createGatedEncoder } from "@/lib/embeddings/gated-encoder";
import { unpackEncoder } from "@/lib/packing/pack-encoder";
import { unpackMatrixFactorization, unpackSimilarityWeighted } from "@/lib/packing/pack-routers";
import { scaleRouters } from "@/lib/packing/scale-routers";
import { openTransformers, readTransformerArtifacts } from "@/lib/packing/transformer-artifacts";
import type { LabelModel } from "@/lib/routers/label-model";
import { createRouters, type TransformerModels } from "@/lib/routers/registry";
import type { Router } from "@/lib/routers/router";
import { once } from "@/lib/runtime/once";
import { oncePerArtifacts } from "@/lib/runtime/once-per-artifacts";
import { artifactManifestSchema } from "@/lib/schemas/artifacts/artifact-manifest";
import { encoderArtifactSchema } from "@/lib/schemas/artifacts/encoder-artifact";
import { lengthArtifactSchema } from "@/lib/schemas/artifacts/length-artifact";
import { matrixFactorizationArtifactSchema } from "@/lib/schemas/artifacts/matrix-factorization-artifact";
import { reliabilityArtifactSchema } from "@/lib/schemas/artifacts/reliability-artifact";
import { similarityWeightedArtifactSchema } from "@/lib/schemas/artifacts/similarity-weighted-artifact";
import type { TransformersArtifact } from "@/lib/schemas/artifacts/transformers-artifact";
import { readArtifact } from "@/lib/storage/read-artifact";
import { getOrigins } from "./origins";
import { sessionPool } from "./process-session-pool";

/** The routers of the artifacts in use, for the pair they were trained for, in the order of ROUTER_IDS. */
export const getRouters = oncePerArtifacts(loadRouters);

/** @throws RoutingError `artifact_unusable` if a file is missing or damaged. */
async function loadRouters(directory: string): Promise<ReadonlyMap<RouterId, Router>> {
  const [manifest, encoder, similarityWeighted, matrixFactorization, length, transformers, reliability] =
    await Promise.all([
      readArtifact({ directory, path: "manifest.json", schema: artifactManifestSchema }),
      readArtifact({ directory, path: "encoder.json", schema: encoderArtifactSchema }),
      readArtifact({ directory, path: "sw-ranking.json", schema: similarityWeightedArtifactSchema }),
      readArtifact({ directory, path: "mf.json", schema: matrixFactorizationArtifactSchema }),
      readArtifact({ directory, path: "length.json", schema: lengthArtifactSchema }),
      readTransformerArtifacts(directory),
      readArtifact({ directory, path: "reliability.json", schema: reliabilityArtifactSchema }),
    ]);
  const open = () => openTransformers(transformers, { directory, pool: sessionPool });
  const routers = createRouters({
    weights: {
      sw_ranking: unpackSimilarityWeighted(similarityWeighted),
      mf: unpackMatrixFactorization(matrixFactorization),
      length,
    },
    pair: manifest.pair,
    encoder: createGatedEncoder(unpackEncoder(encoder)),
    transformers: isMainThread ? await open() : openWhenNeeded(transformers["transformers.json"], open),
    register: async () => (await getOrigins()).register,
  });
  return scaleRouters(routers, reliability);
}

/** A thread that scores a run is rarely asked for these, and need not hold them until it is. */
function openWhenNeeded(
  { bert, causal_llm }: TransformersArtifact,
  open: () => Promise<TransformerModels>,
): TransformerModels {
  const opened = once(open);
  const model = (id: "bert" | "causal_llm", labels: number): LabelModel => ({
    labels,
    labelBatch: async (prompts) => (await opened())[id].model.labelBatch(prompts),
  });
  return {
    bert: { model: model("bert", bert.labels.length), strongLabels: bert.strongLabels },
    causal_llm: { model: model("causal_llm", causal_llm.labels.length) },
  };
}
