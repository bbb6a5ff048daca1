import { describe, expect, it } from "vitest";
import { createListedEmbedder, listedPrompts } from "@/lib/test/listed-embedder";
import { createSimilarityWeightedRouter, type SimilarityWeightedWeights } from "./similarity-weighted-router";

/**
 * Two tiers, three known prompts. Group 0: on [1, 0] tier 0 wins 3 to 1, on [0, 1] tier 1 wins 4 to 1; group 2: tier 0
 * wins 9 to 1.
 */
const weights: SimilarityWeightedWeights = {
  modelTiers: { best: 0, good: 0, poor: 1 },
  playerCount: 2,
  dimensions: 2,
  groups: [0, 0, 2],
  embeddings: [1, 0, 0, 1, 1, 0],
  cellOffsets: [0, 2, 4, 6],
  cells: [1, 2, 1, 2, 1, 2],
  masses: [3, 1, 1, 4, 9, 1],
};
const pair = { strong: "best", weak: "poor" };

async function score(group: number, vector: readonly number[], chosen = pair) {
  const embeddings = [{ group, vector: Float64Array.from(vector) }];
  const embedder = createListedEmbedder(embeddings);
  const router = createSimilarityWeightedRouter({ weights, pair: chosen, embedder });
  return (await router.scoreBatch(listedPrompts(embeddings)))[0];
}

describe("createSimilarityWeightedRouter", () => {
  it("weighs prompts 100 for the most similar one and 10 for an orthogonal one", async () => {
    // Wins 100·3 + 10·1 of 100·4 + 10·5.
    expect(await score(0, [7, 0])).toBeCloseTo(310 / 450, 8);
    expect(await score(0, [0, 0.2])).toBeCloseTo(130 / 540, 8);
    // Equally similar, at any length: (3 + 1) of 9.
    expect(await score(0, [5, 5])).toBeCloseTo(4 / 9, 8);
    // Opposite: 10 · 10^(−1) = 1 against 100, cos = ∓√½.
    expect(await score(0, [-1, 1])).toBeCloseTo((3 + 100) / (4 + 500), 7);
  });

  it("weighs all prompts of the group alike without a positive similarity", async () => {
    expect(await score(0, [0, 0])).toBeCloseTo(4 / 9, 8);
    expect(await score(0, [-1, -2])).toBeCloseTo(4 / 9, 8);
    expect(await score(2, [-1, 0])).toBeCloseTo(0.9, 8);
  });

  it("compares within the group only, and falls back on all battles for a group it has never seen", async () => {
    expect(await score(2, [0.1, 5])).toBeCloseTo(0.9, 8);
    expect(await score(1, [1, 0])).toBeCloseTo(13 / 19, 8);
  });

  it("does not let a vanishing or an immense vector through as anything but a direction", async () => {
    expect(await score(0, [1e-310, 0])).toBeCloseTo(310 / 450, 6);
    expect(await score(0, [1e308, 1e308])).toBeCloseTo(4 / 9, 8);
    expect(await score(0, [1e-12, -1])).toBeCloseTo(4 / 9, 6);
  });

  it("scores a pair of one tier 0.5 and a swapped pair the complement", async () => {
    expect(await score(0, [3, 1], { strong: "best", weak: "good" })).toBe(0.5);
    const [forward = 0, backward = 0] = [
      await score(0, [3, 1]),
      await score(0, [3, 1], { strong: "poor", weak: "good" }),
    ];
    expect(forward + backward).toBeCloseTo(1, 12);
  });

  it("scores a prompt alike in any batch and any order", async () => {
    const embeddings = [
      [1, 0],
      [0, 1],
      [2, 3],
      [-1, 5],
    ].map((vector) => ({ group: 0, vector: Float64Array.from(vector) }));
    const router = createSimilarityWeightedRouter({ weights, pair, embedder: createListedEmbedder(embeddings) });
    const prompts = listedPrompts(embeddings);
    const forward = await router.scoreBatch(prompts);
    expect(await router.scoreBatch([...prompts].reverse())).toEqual([...forward].reverse());
    expect(await router.scoreBatch([])).toEqual([]);
  });

  it("refuses unknown models and embeddings that are none", async () => {
    await expect(score(0, [1, 0], { strong: "best", weak: "other" })).rejects.toThrow(
      'The weak model "other" is not among the models learned from: best, good, poor.',
    );
    await expect(score(0, [1, 0, 0])).rejects.toThrow(/2 dimensions.*3/);
    await expect(score(0, [1, Number.NaN])).rejects.toThrow(/entry 2 was NaN/);
    await expect(score(0, [Number.POSITIVE_INFINITY, 0])).rejects.toThrow(/finite/);
  });
});
