import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSimilarityWeightedRouter } from "@/lib/routers/similarity-weighted-router";
import { createListedEmbedder, listedPrompts } from "@/lib/test/listed-embedder";
import { hasReference } from "@/lib/test/reference-folder";
import { readSimilarityWeightedReference } from "@/lib/test/similarity-weighted-reference";
import { fitBradleyTerry } from "@/lib/training/solvers/fit-bradley-terry";
import { assignTiers } from "./assign-tiers";
import { type EmbeddedBattle, fitSimilarityWeighted } from "./fit-similarity-weighted";

describe.skipIf(!hasReference)("against the public implementation (needs shared/reference)", () => {
  for (const name of ["sw-a.json", "sw-b.json"] as const) {
    const load = () => readSimilarityWeightedReference(name);

    it(`${name}: rates and groups the models alike`, () => {
      const { battles, ratings, modelTiers, tierCount } = load();
      const fitted = fitBradleyTerry(battles);
      expect(fitted.map(({ model }) => model)).toEqual(Object.keys(ratings));
      // The release stops its optimiser early: its ratings are within a hundredth of a point of the converged ones.
      for (const { model, rating } of fitted) expect(rating).toBeCloseTo(ratings[model] ?? Number.NaN, 2);
      expect(assignTiers(fitted, tierCount)).toEqual(modelTiers);
    });

    for (const [sameTier, figure] of [
      ["ignored", "exact"],
      ["as-released", "asReleased"],
    ] as const) {
      it(`${name}: win rates agree to 1e-6 with same-tier battles ${sameTier}`, async () => {
        const { battles, pair, prompts, tierCount, [figure]: expected } = load();
        const weights = fitSimilarityWeighted(battles, { tierCount, sameTier });
        const embeddings = prompts.map((prompt) => ({ vector: Float64Array.from(prompt), group: 0 }));
        const router = createSimilarityWeightedRouter({ weights, pair, embedder: createListedEmbedder(embeddings) });
        const winRates = await router.scoreBatch(listedPrompts(embeddings));
        const gaps = winRates.map((winRate, index) => Math.abs(winRate - (expected[index] ?? Number.NaN)));
        expect(Math.max(...gaps)).toBeLessThan(1e-6);
        expect(winRates).toHaveLength(expected.length);
      });
    }
  }
});

const models = ["a", "b", "c", "d"];
const randomBattle = fc.record({
  modelA: fc.constantFrom(...models),
  modelB: fc.constantFrom(...models),
  outcome: fc.constantFrom(0, 0.25, 0.5, 1),
  weight: fc.constantFrom(0.5, 1, 2),
  embedding: fc.record({
    vector: fc
      .array(fc.integer({ min: -3, max: 3 }), { minLength: 3, maxLength: 3 })
      .map((entries) => Float64Array.from(entries)),
    group: fc.integer({ min: 0, max: 1 }),
  }),
});
/** Every model meets the next both ways, so that all are known and ratings are finite. */
const rounds = models.flatMap((modelA, index) => {
  const battle = { modelA, modelB: models[(index + 1) % 4] ?? "a", weight: 1 };
  const embedding = { vector: Float64Array.of(1, index - 1, 1), group: index % 2 };
  return [
    { ...battle, outcome: 1, embedding },
    { ...battle, outcome: 0, embedding },
  ];
});
const randomBattles = fc.array(randomBattle, { maxLength: 30 }).map((battles) => [...rounds, ...battles]);
const queries = [
  [1, 0, 2],
  [-1, 3, 0],
  [0, 0, 0],
  [2, 2, -3],
].flatMap((entries) => [0, 1, 2].map((group) => ({ vector: Float64Array.from(entries), group })));

async function scoreAll(battles: readonly EmbeddedBattle[], pair: { strong: string; weak: string }) {
  const weights = fitSimilarityWeighted(battles, { tierCount: 3 });
  const router = createSimilarityWeightedRouter({ weights, pair, embedder: createListedEmbedder(queries) });
  return router.scoreBatch(listedPrompts(queries));
}

describe("fitSimilarityWeighted and its router", () => {
  const pair = { strong: "a", weak: "c" };
  const expectAlike = (left: readonly number[], right: readonly number[]) => {
    for (const [index, winRate] of left.entries()) expect(winRate).toBeCloseTo(right[index] ?? Number.NaN, 6);
  };

  it("scores strictly between 0 and 1, and 1 − p when the pair is swapped", async () => {
    await fc.assert(
      fc.asyncProperty(randomBattles, async (battles) => {
        const winRates = await scoreAll(battles, pair);
        for (const winRate of winRates) expect(winRate > 0 && winRate < 1).toBe(true);
        const swapped = await scoreAll(battles, { strong: "c", weak: "a" });
        expectAlike(
          winRates,
          swapped.map((winRate) => 1 - winRate),
        );
      }),
    );
  });

  it("does not change when every battle is told twice or from the other side", async () => {
    await fc.assert(
      fc.asyncProperty(randomBattles, async (battles) => {
        const winRates = await scoreAll(battles, pair);
        expectAlike(await scoreAll([...battles, ...battles], pair), winRates);
        const mirrored = battles.map((battle) => {
          const { modelA, modelB, outcome } = battle;
          return { ...battle, modelA: modelB, modelB: modelA, outcome: 1 - outcome };
        });
        expectAlike(await scoreAll(mirrored, pair), winRates);
        expectAlike(await scoreAll([...battles].reverse(), pair), winRates);
      }),
    );
  });

  it("keeps a prompt once however many battles it had, and prompts without any battle between tiers", () => {
    const [first] = rounds;
    if (!first) throw new Error("no battle");
    const repeated = Array.from({ length: 1000 }, () => first);
    const weights = fitSimilarityWeighted([...rounds, ...repeated], { tierCount: 3 });
    expect(weights.groups).toEqual([0, 0, 1, 1]);
    expect(weights.cellOffsets).toHaveLength(5);
    expect(weights.cells.length).toBeLessThanOrEqual(8);
    expect(JSON.parse(JSON.stringify(weights))).toEqual(weights);
    const oneTier = fitSimilarityWeighted(rounds, { tierCount: 1 });
    expect(oneTier.cellOffsets).toEqual([0, 0, 0, 0, 0]);
  });

  it("says 0.5 of everything when all models are of one tier", async () => {
    const weights = fitSimilarityWeighted(rounds, { tierCount: 1 });
    const router = createSimilarityWeightedRouter({ weights, pair, embedder: createListedEmbedder(queries) });
    expect(new Set(await router.scoreBatch(listedPrompts(queries)))).toEqual(new Set([0.5]));
  });

  it("refuses no battles and embeddings of unequal length or without a number", () => {
    const [first] = rounds;
    if (!first) throw new Error("no battle");
    const withVector = (...entries: number[]) => ({
      ...first,
      embedding: { vector: Float64Array.from(entries), group: 0 },
    });
    expect(() => fitSimilarityWeighted([], { tierCount: 3 })).toThrow("At least one battle is needed.");
    expect(() => fitSimilarityWeighted([first, withVector(1, 2)], { tierCount: 3 })).toThrow(/3 dimensions.*2/);
    expect(() => fitSimilarityWeighted([withVector(1, 2, Number.NaN)], { tierCount: 3 })).toThrow(/entry 3/);
  });
});
