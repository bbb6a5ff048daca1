import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { embeddingOf } from "@/lib/embeddings/gated-encoder";
import { scaleForSimilarity } from "@/lib/embeddings/similarity-scales";
import { createRandom } from "@/lib/math/seeded-random";
import { createMatrixFactorizationScorer } from "@/lib/routers/matrix-factorization-router";
import { type EmbeddedBattle, fitSimilarityWeighted } from "./fit-similarity-weighted";
import { refitFactorization, refitSimilarity } from "./refit-routers";
import { replayBattles, tierName } from "./replay-battles";

const modelTiers = { best: 0, good: 1, fair: 2, other: 2 };
const battle = fc.record({
  group: fc.constantFrom(0, 1, 2),
  score: fc.double({ min: -3, max: 3, noNaN: true }),
  difficulty: fc.double({ min: -2, max: 2, noNaN: true }),
  modelA: fc.constantFrom("best", "good", "fair", "other"),
  modelB: fc.constantFrom("best", "good", "fair", "other"),
  outcome: fc.constantFrom(0, 0.5, 0.7, 1),
  weight: fc.constantFrom(0.02, 1),
});
type Drawn = Omit<EmbeddedBattle, "embedding"> & { group: number; score: number; difficulty: number };
const embed = ({ group, score, difficulty, ...rest }: Drawn): EmbeddedBattle => ({
  ...rest,
  embedding: embeddingOf({ group, score, difficulty: group === 0 ? difficulty : 0 }),
});

describe("replayBattles", () => {
  it("gives a router the very weights back that its own battles gave it", () => {
    fc.assert(
      fc.property(fc.array(battle, { minLength: 1, maxLength: 25 }), (rows) => {
        const battles = rows.map(embed);
        const first = fitSimilarityWeighted(
          battles.map((each) => ({ ...each, embedding: scaleForSimilarity(each.embedding) })),
          { tierCount: 3, modelTiers },
        );
        const again = refitSimilarity(replayBattles(first), { modelTiers, tierCount: 3 });
        // What differs in the last bit may fall together; nothing else may change.
        if (again.groups.length !== first.groups.length) return;
        expect(again.cells).toEqual(first.cells);
        again.masses.forEach((mass, index) => {
          expect(mass).toBeCloseTo(first.masses[index] ?? Number.NaN, 9);
        });
        again.embeddings.forEach((value, index) => {
          expect(value).toBeCloseTo(first.embeddings[index] ?? Number.NaN, 9);
        });
      }),
      { seed: 4, numRuns: 100 },
    );
  });

  it("lets mf learn from tiers alone who is better", () => {
    const embedding = embeddingOf({ group: 2, score: 0, difficulty: 0 });
    const battles = Array.from({ length: 4000 }, () => ({
      ...{ embedding, modelA: tierName(0), modelB: tierName(2), outcome: 0.9, weight: 1 },
    }));
    const weights = refitFactorization(battles, { modelTiers, tierCount: 3, random: createRandom(1) });
    const winRate = createMatrixFactorizationScorer(weights, { strong: "best", weak: "other" })(embedding.vector);
    expect(winRate).toBeGreaterThan(0.8);
    expect(winRate).toBeLessThan(0.97);
  });
});
