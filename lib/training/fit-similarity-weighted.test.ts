import { describe, expect, it } from "vitest";
import { createSimilarityWeightedRouter } from "@/lib/routers/similarity-weighted-router";
import { createListedEmbedder, listedPrompts } from "@/lib/test/listed-embedder";
import { hasReference } from "@/lib/test/reference-folder";
import { readSimilarityWeightedReference } from "@/lib/test/similarity-weighted-reference";
import { assignTiers } from "./assign-tiers";
import { fitBradleyTerry } from "./fit-bradley-terry";
import { fitSimilarityWeighted } from "./fit-similarity-weighted";

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
