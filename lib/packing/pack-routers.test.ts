import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/math/seeded-random";
import { matrixFactorizationArtifactSchema } from "@/lib/schemas/artifacts/matrix-factorization-artifact";
import { similarityWeightedArtifactSchema } from "@/lib/schemas/artifacts/similarity-weighted-artifact";
import { fitMatrixFactorization } from "@/lib/training/fit-matrix-factorization";
import { fitSimilarityWeighted } from "@/lib/training/fit-similarity-weighted";
import {
  packMatrixFactorization,
  packSimilarityWeighted,
  unpackMatrixFactorization,
  unpackSimilarityWeighted,
} from "./pack-routers";

const battles = ["a", "b", "c", "a"].map((modelA, index) => ({
  modelA,
  modelB: "bcad"[index] ?? "d",
  outcome: index / 3,
  weight: 1 + index,
  embedding: { vector: Float64Array.of(1, index, 0.3), group: (index * 2) % 3 },
}));
const rounded = (values: readonly number[]) => values.map(Math.fround);
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("packing router weights", () => {
  it("brings similarity-weighted weights back from JSON, rounded to 32 bits", () => {
    const weights = fitSimilarityWeighted(battles, { tierCount: 3 });
    const artifact = similarityWeightedArtifactSchema.parse(throughJson(packSimilarityWeighted(weights)));
    const expected = { ...weights, embeddings: rounded(weights.embeddings), masses: rounded(weights.masses) };
    expect(unpackSimilarityWeighted(artifact)).toEqual(expected);
  });

  it("brings matrix-factorization weights back from JSON, rounded to 32 bits", () => {
    const modelIndices = { a: 0, b: 1, c: 1, d: 2 };
    const weights = fitMatrixFactorization(battles, { modelIndices, random: createRandom(1), hidden: 4 });
    const artifact = matrixFactorizationArtifactSchema.parse(throughJson(packMatrixFactorization(weights)));
    expect(unpackMatrixFactorization(artifact)).toEqual({
      ...weights,
      modelVectors: rounded(weights.modelVectors),
      projection: rounded(weights.projection),
      classifier: rounded(weights.classifier),
    });
  });

  it("has schemas that refuse counts which do not fit together", () => {
    const ranking = packSimilarityWeighted(fitSimilarityWeighted(battles, { tierCount: 3 }));
    for (const damage of [
      { dimensions: 2 },
      { playerCount: 1 },
      { cells: ranking.cells.slice(1) },
      { cellCounts: ranking.cellCounts.slice(1) },
      { groups: [...ranking.groups].reverse() },
      { masses: "" },
      { embeddings: "@@@@" },
      { schemaVersion: 0 },
    ]) {
      expect(
        similarityWeightedArtifactSchema.safeParse({ ...ranking, ...damage }).success,
        JSON.stringify(damage),
      ).toBe(false);
    }
    const options = { modelIndices: { a: 0, b: 1, c: 1, d: 2 }, random: createRandom(1), hidden: 4 };
    const factors = packMatrixFactorization(fitMatrixFactorization(battles, options));
    for (const damage of [{ vectors: 2 }, { hidden: 5 }, { dimensions: 4 }, { classifier: "" }, { projection: "" }]) {
      expect(matrixFactorizationArtifactSchema.safeParse({ ...factors, ...damage }).success).toBe(false);
    }
  });
});
