import type { MatrixFactorizationWeights } from "@/lib/routers/matrix-factorization-router";
import type { SimilarityWeightedWeights } from "@/lib/routers/similarity-weighted-router";
import { ARTIFACT_SCHEMA_VERSION } from "@/lib/schemas/artifacts/artifact-version";
import type { MatrixFactorizationArtifact } from "@/lib/schemas/artifacts/matrix-factorization-artifact";
import type { SimilarityWeightedArtifact } from "@/lib/schemas/artifacts/similarity-weighted-artifact";
import { decodeFloats, encodeFloats } from "@/lib/storage/base64-floats";

/** Weights in the shape of their artifact: matrices as base64 of 32-bit floats, groups and cells counted. */
export function packSimilarityWeighted(weights: SimilarityWeightedWeights): SimilarityWeightedArtifact {
  const { modelTiers, playerCount, dimensions, groups, cellOffsets, cells } = weights;
  const counts = new Map<number, number>();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  return {
    schemaVersion: ARTIFACT_SCHEMA_VERSION,
    modelTiers: { ...modelTiers },
    playerCount,
    dimensions,
    groups: [...counts].map(([group, prompts]) => ({ group, prompts })),
    embeddings: encodeFloats(weights.embeddings, "embeddings"),
    cellCounts: groups.map((_, prompt) => (cellOffsets[prompt + 1] ?? 0) - (cellOffsets[prompt] ?? 0)),
    cells: [...cells],
    masses: encodeFloats(weights.masses, "masses"),
  };
}

/** Undoes `packSimilarityWeighted`, up to the rounding to 32 bits. */
export function unpackSimilarityWeighted(artifact: SimilarityWeightedArtifact): SimilarityWeightedWeights {
  const { modelTiers, playerCount, dimensions, groups, cellCounts, cells } = artifact;
  const cellOffsets = [0];
  for (const count of cellCounts) cellOffsets.push((cellOffsets.at(-1) ?? 0) + count);
  return {
    modelTiers,
    playerCount,
    dimensions,
    groups: groups.flatMap(({ group, prompts }) => Array.from({ length: prompts }, () => group)),
    embeddings: decodeFloats(artifact.embeddings, { count: cellCounts.length * dimensions, parameter: "embeddings" }),
    cellOffsets,
    cells,
    masses: decodeFloats(artifact.masses, { count: cells.length, parameter: "masses" }),
  };
}

/** Weights in the shape of their artifact: matrices as base64 of 32-bit floats. */
export function packMatrixFactorization(weights: MatrixFactorizationWeights): MatrixFactorizationArtifact {
  const { modelIndices, hidden, dimensions, modelVectors, projection, classifier } = weights;
  return {
    schemaVersion: ARTIFACT_SCHEMA_VERSION,
    modelIndices: { ...modelIndices },
    vectors: modelVectors.length / hidden,
    hidden,
    dimensions,
    modelVectors: encodeFloats(modelVectors, "modelVectors"),
    projection: encodeFloats(projection, "projection"),
    classifier: encodeFloats(classifier, "classifier"),
  };
}

/** Undoes `packMatrixFactorization`, up to the rounding to 32 bits. */
export function unpackMatrixFactorization(artifact: MatrixFactorizationArtifact): MatrixFactorizationWeights {
  const { modelIndices, vectors, hidden, dimensions } = artifact;
  const decode = (parameter: "modelVectors" | "projection" | "classifier", count: number) =>
    decodeFloats(artifact[parameter], { count, parameter });
  return {
    modelIndices,
    hidden,
    dimensions,
    modelVectors: decode("modelVectors", vectors * hidden),
    projection: decode("projection", hidden * dimensions),
    classifier: decode("classifier", hidden),
  };
}
