import { describe, expect, it } from "vitest";
import { createListedEmbedder } from "@/lib/test/listed-embedder";
import type { BattleRegister, RegisteredBattle } from "./battle-register";
import { createSimilarityWeightedExplainer } from "./similarity-weighted-explainer";
import { createSimilarityWeightedRouter, type SimilarityWeightedWeights } from "./similarity-weighted-router";

/** Two tiers; on [1, 0] tier 0 wins 3 to 1, on [0, 1] tier 1 wins 4 to 1; a prompt of another group. */
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
const battle = (id: string, outcome: number, weight = 1): RegisteredBattle => ({
  source: "made-up",
  id,
  evidence: weight === 1 ? "answers" : "votes",
  modelA: "best",
  modelB: "poor",
  outcome,
  weight,
});
const listed: readonly (readonly RegisteredBattle[])[] = [
  [battle("a", 1), battle("b", 0.5, 0.02)],
  Array.from({ length: 9 }, (_, index) => battle(`c${index}`, 0)),
  [battle("other group", 1)],
];
const register: BattleRegister = { rows: 3, battlesOf: (row) => listed[row] ?? [] };
const embedder = createListedEmbedder([
  { group: 0, vector: Float64Array.of(7, 0) },
  { group: 2, vector: Float64Array.of(1, 0) },
]);

async function explain(prompt: string, known = register) {
  const explainer = createSimilarityWeightedExplainer({ weights, pair, embedder, register: async () => known });
  const explanation = await explainer.explain(prompt);
  if (explanation.kind !== "sw_ranking") throw new TypeError("another kind of explanation");
  return explanation;
}

describe("createSimilarityWeightedExplainer", () => {
  it("lists the heaviest battles first: 100 for the same direction, 10 for an orthogonal one, times the evidence", async () => {
    const { battles, battleCount, totalWeight } = await explain("0");
    expect(battles.map(({ id, weight, similarity }) => [id, Number(weight.toFixed(9)), similarity])).toEqual([
      ["a", 100, 1],
      ...Array.from({ length: 7 }, (_, index) => [`c${index}`, 10, 0]),
    ]);
    expect(battleCount).toBe(11);
    expect(totalWeight).toBeCloseTo(100 + 2 + 90, 9);
  });

  it("agrees with the router on the win rate", async () => {
    const router = createSimilarityWeightedRouter({ weights, pair, embedder });
    for (const prompt of ["0", "1"]) {
      expect((await explain(prompt)).winRate).toBe((await router.scoreBatch([prompt]))[0]);
    }
  });

  it("rates tiers in points above the weak model's, on all battles and on the weighed ones: 400 log10 of the odds", async () => {
    const { tiers, strongTier, weakTier } = await explain("0");
    expect([strongTier, weakTier]).toEqual([0, 1]);
    expect(tiers.map(({ tier, models }) => [tier, models])).toEqual([
      [0, 2],
      [1, 1],
    ]);
    expect(tiers[0]?.before).toBeCloseTo(400 * Math.log10(13 / 6), 4);
    expect(tiers[0]?.after).toBeCloseTo(400 * Math.log10(310 / 140), 4);
    expect(tiers[1]).toMatchObject({ before: 0, after: 0 });
  });

  it("refuses a register of another training", async () => {
    await expect(explain("0", { ...register, rows: 4 })).rejects.toMatchObject({
      code: "artifact_unusable",
      message: expect.stringContaining("4 prompts where the router has 3"),
    });
  });
});
