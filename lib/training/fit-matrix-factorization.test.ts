import { describe, expect, it } from "vitest";
import { RoutingError } from "@/lib/domain/routing-error";
import { createRandomNormal } from "@/lib/math/random-normal";
import { createRandom } from "@/lib/math/seeded-random";
import { sigmoid } from "@/lib/math/sigmoid";
import { createMatrixFactorizationRouter } from "@/lib/routers/matrix-factorization-router";
import { createListedEmbedder, listedPrompts } from "@/lib/test/listed-embedder";
import { fitMatrixFactorization } from "./fit-matrix-factorization";

const modelIndices = { good: 0, fair: 1, poor: 2, poorer: 2 };

/** Battles whose log-odds are level(A) − level(B), times how hard the prompt is: entry 1 of its embedding. */
function plant(count: number, seed: number) {
  const random = createRandom(seed);
  const normal = createRandomNormal(random);
  const models = ["good", "fair", "poor"] as const;
  const level = { good: 1.5, fair: 0.5, poor: -1 };
  return Array.from({ length: count }, () => {
    const [modelA, modelB] = [models[Math.floor(3 * random())] ?? "good", models[Math.floor(3 * random())] ?? "poor"];
    const vector = Float64Array.of(1, normal(), normal());
    const logit = (level[modelA] - level[modelB]) * (0.6 + 0.8 * (vector[1] ?? 0));
    return { modelA, modelB, outcome: sigmoid(logit), weight: 1, embedding: { vector, group: 0 }, logit };
  });
}

describe("fitMatrixFactorization", () => {
  it("recovers a planted model on prompts it has not seen, from soft outcomes", async () => {
    const weights = fitMatrixFactorization(plant(6000, 1), {
      modelIndices,
      random: createRandom(2),
      hidden: 8,
      inputNoise: 0,
    });
    const fresh = plant(400, 3).filter(({ modelA, modelB }) => modelA === "good" && modelB === "poor");
    const embeddings = fresh.map(({ embedding }) => embedding);
    const pair = { strong: "good", weak: "poor" };
    const router = createMatrixFactorizationRouter({ weights, pair, embedder: createListedEmbedder(embeddings) });
    const winRates = await router.scoreBatch(listedPrompts(embeddings));
    const gaps = winRates.map((winRate, index) => Math.abs(winRate - (fresh[index]?.outcome ?? 9)));
    expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeLessThan(0.02);
  });

  it("gives the same weights for the same seed and when every weight is doubled, others for another seed", () => {
    const battles = plant(300, 1);
    const learn = (seed: number, weight: number) =>
      fitMatrixFactorization(
        battles.map((battle) => ({ ...battle, weight })),
        { modelIndices, random: createRandom(seed), hidden: 4, epochs: 2 },
      );
    expect(learn(5, 1)).toEqual(learn(5, 1));
    expect(learn(5, 2)).toEqual(learn(5, 1));
    expect(learn(6, 1).projection).not.toEqual(learn(5, 1).projection);
  });

  it("reports a falling loss, epoch by epoch, and survives JSON", () => {
    const losses: number[] = [];
    const options = {
      modelIndices,
      random: createRandom(1),
      onEpoch: ({ loss }: { loss: number }) => losses.push(loss),
    };
    const weights = fitMatrixFactorization(plant(1000, 1), options);
    expect(losses).toHaveLength(12);
    expect(losses.at(-1)).toBeLessThan((losses[0] ?? 0) - 0.02);
    expect(JSON.parse(JSON.stringify(weights))).toEqual(weights);
    expect(weights.modelVectors).toHaveLength(3 * 32);
    expect(weights.projection).toHaveLength(32 * 3);
  });

  it("does nothing harmful with weights of 0 and refuses what it cannot learn from", () => {
    const random = createRandom(1);
    const [battle] = plant(1, 1);
    if (!battle) throw new Error("no battle");
    const weights = fitMatrixFactorization([{ ...battle, weight: 0 }], { modelIndices, random });
    expect(weights.modelVectors.every(Number.isFinite)).toBe(true);
    expect(() => fitMatrixFactorization([], { modelIndices, random })).toThrow(RoutingError);
    const refused = [
      { ...battle, modelA: "stranger" },
      { ...battle, outcome: 2 },
      { ...battle, embedding: { vector: Float64Array.of(Number.NaN, 0, 0), group: 0 } },
    ];
    for (const bad of refused)
      expect(() => fitMatrixFactorization([bad], { modelIndices, random })).toThrow(RoutingError);
  });
});
