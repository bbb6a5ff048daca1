import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandomNormal } from "@/lib/math/random-normal";
import { createRandom } from "@/lib/math/seeded-random";
import { sigmoid } from "@/lib/math/sigmoid";
import { createListedEmbedder, listedPrompts } from "@/lib/test/listed-embedder";
import { createMatrixFactorizationRouter, type MatrixFactorizationWeights } from "./matrix-factorization-router";

const normal = createRandomNormal(createRandom(3));
const draw = (length: number) => Array.from({ length }, () => normal());
const [hidden, dimensions] = [6, 5];
const weights: MatrixFactorizationWeights = {
  modelIndices: { strong: 0, weak: 1, twin: 1 },
  hidden,
  dimensions,
  modelVectors: draw(2 * hidden),
  projection: draw(hidden * dimensions),
  classifier: draw(hidden),
};

/** δ(M, q) = w · (P̂[M] ⊙ (W·e)), step by step as the paper writes it. */
function delta(model: number, embedding: Float64Array): number {
  const vector = weights.modelVectors.slice(model * hidden, (model + 1) * hidden);
  const length = Math.hypot(...vector);
  return vector.reduce((score, value, k) => {
    const projected = embedding.reduce(
      (sum, e, column) => sum + e * (weights.projection[k * dimensions + column] ?? 0),
      0,
    );
    return score + (weights.classifier[k] ?? 0) * (value / length) * projected;
  }, 0);
}

const embeddingOf = fc
  .array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: dimensions, maxLength: dimensions })
  .map((entries) => ({ vector: Float64Array.from(entries), group: 0 }));

const score = async (pair: { strong: string; weak: string }, vector: Float64Array) => {
  const embedder = createListedEmbedder([{ vector, group: 0 }]);
  return (await createMatrixFactorizationRouter({ weights, pair, embedder }).scoreBatch(["0"]))[0] ?? Number.NaN;
};

describe("createMatrixFactorizationRouter", () => {
  it("collapses to one product that equals σ(δ(strong) − δ(weak)), lies in [0, 1] and mirrors when the pair is swapped", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(embeddingOf, { minLength: 1, maxLength: 5 }), async (embeddings) => {
        const embedder = createListedEmbedder(embeddings);
        const prompts = listedPrompts(embeddings);
        const pair = { strong: "strong", weak: "weak" };
        const winRates = await createMatrixFactorizationRouter({ weights, pair, embedder }).scoreBatch(prompts);
        const swapped = { strong: "weak", weak: "strong" };
        const mirrored = await createMatrixFactorizationRouter({ weights, pair: swapped, embedder }).scoreBatch(
          prompts,
        );
        embeddings.forEach(({ vector }, index) => {
          expect(winRates[index]).toBeCloseTo(sigmoid(delta(0, vector) - delta(1, vector)), 10);
          expect((winRates[index] ?? 9) + (mirrored[index] ?? 9)).toBeCloseTo(1, 12);
        });
      }),
    );
  });

  it("says 0.5 for models that share a vector and for an embedding of zeros", async () => {
    expect(await score({ strong: "twin", weak: "weak" }, Float64Array.of(1, 2, 3, 4, 5))).toBe(0.5);
    expect(await score({ strong: "strong", weak: "weak" }, new Float64Array(5))).toBe(0.5);
  });

  it("names the models it knows when asked for another, and refuses embeddings of the wrong shape", async () => {
    const vector = new Float64Array(5);
    await expect(score({ strong: "other", weak: "weak" }, vector)).rejects.toThrow(
      'The strong model "other" is not among the models learned from: strong, weak, twin.',
    );
    await expect(score({ strong: "strong", weak: "toString" }, vector)).rejects.toThrow(/weak model "toString"/);
    await expect(score({ strong: "strong", weak: "weak" }, new Float64Array(4))).rejects.toThrow(/5 dimensions.*4/);
    await expect(
      score(
        { strong: "strong", weak: "weak" },
        vector.map(() => Number.NaN),
      ),
    ).rejects.toThrow(/finite/);
  });
});
