import { describe, expect, it } from "vitest";
import { embeddingOf } from "@/lib/embeddings/gated-encoder";
import { createRandom } from "@/lib/math/seeded-random";
import { createHeads } from "@/lib/packing/router-heads";
import { VOTE_SOURCE, VOTE_WEIGHTS } from "@/lib/schemas/web/retraining-state";
import { refitFactorization, refitSimilarity } from "@/lib/training/refit-routers";
import { tierName } from "@/lib/training/replay-battles";
import { chooseVoteWeights, createRefitBase, type EmbeddedVote, fitOnVotes } from "./fit-on-votes";
import { packRegister, refitRegister } from "./refit-origins";

const random = createRandom(1);
const modelTiers = { large: 0, middle: 1, small: 2 };
const tiers = { modelTiers, tierCount: 3 };
const chat = (score: number) => embeddingOf({ group: 2, score, difficulty: 0 });
/** Strong wins three of four everywhere, word problems too. */
const shippedBattles = Array.from({ length: 900 }, (_, index) => ({
  embedding: index % 3 === 0 ? embeddingOf({ group: 1, score: random(), difficulty: 0 }) : chat(2 * random() - 1),
  ...{ modelA: tierName(0), modelB: tierName(2), outcome: 0.75, weight: 1 },
}));
const base = createRefitBase({
  shipped: {
    sw_ranking: refitSimilarity(shippedBattles, tiers),
    mf: refitFactorization(shippedBattles, { ...tiers, random: createRandom(2) }),
  },
  reliability: { schemaVersion: 1, sources: [], routers: {} },
  pair: { strong: "large", weak: "small" },
  seed: 3,
});
/** Weak wins whatever is asked in chat. */
const votes = (count: number): EmbeddedVote[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ id: `vote-${index}`, prompt: `Question ${index}?`, outcome: index % 8 === 0 ? 1 : 0 },
    embedding: chat(((index * 37) % 100) / 50 - 1),
  }));
const QUERY = chat(0.3);

describe("fitting on votes", () => {
  it("moves win rates toward what was voted, the more so the more a vote weighs, and other kinds of prompts less", () => {
    const before = createHeads(base.shipped, base);
    const rates = VOTE_WEIGHTS.map((weight) => {
      const weights = { mf: weight, sw_ranking: weight };
      return createHeads(fitOnVotes({ base, votes: votes(100), weights, purpose: 0 }), base);
    });
    for (const id of ["mf", "sw_ranking"] as const) {
      const moved = [before, ...rates].map((heads) => heads[id](QUERY));
      expect(moved).toEqual(moved.toSorted((a, b) => b - a));
      expect(moved[0]).toBeGreaterThan(0.65);
      expect(moved.at(-1)).toBeLessThan(0.4);
    }
    const problem = embeddingOf({ group: 1, score: 0.5, difficulty: 0 });
    // Word problems have battles of their own: votes on chat are none of them.
    expect(rates[2]?.sw_ranking(problem)).toBeCloseTo(before.sw_ranking(problem), 6);
  });

  it("gives the same weights for the same votes and seed", () => {
    const fitted = () => fitOnVotes({ base, votes: votes(30), weights: { mf: 4, sw_ranking: 1 }, purpose: 5 });
    expect(fitted()).toEqual(fitted());
  });

  it("lets votes weigh much where they agree with each other, and little where they are noise", () => {
    const report = () => {};
    expect(chooseVoteWeights({ base, votes: votes(100), report }).sw_ranking).toBeGreaterThanOrEqual(16);
    const noise = votes(60).map((vote, index) => ({ ...vote, outcome: index % 4 === 0 ? 0 : 1 }));
    expect(chooseVoteWeights({ base, votes: noise, report }).sw_ranking).toBeLessThanOrEqual(16);
  });

  it("registers every vote at the row that it stands in, beside the battles that were there", () => {
    const cast = votes(12);
    const weights = fitOnVotes({ base, votes: cast, weights: { mf: 4, sw_ranking: 4 }, purpose: 0 }).sw_ranking;
    const rows = base.shipped.sw_ranking.groups.length;
    const origins = {
      schemaVersion: 1 as const,
      ...{ sources: ["first"], models: ["large", "small"], evidence: [{ kind: "expected" as const, weight: 1 }] },
      battles: {
        counts: Array.from({ length: rows }, () => 1),
        source: Array.from({ length: rows }, () => 0),
        id: Array.from({ length: rows }, (_, row) => `row ${row}`),
        evidence: Array.from({ length: rows }, () => 0),
        modelA: Array.from({ length: rows }, () => 0),
        modelB: Array.from({ length: rows }, () => 1),
        outcome: Array.from({ length: rows }, () => 0.75),
      },
      sample: { source: [], id: [], sketches: "" },
    };
    const register = refitRegister({ base, votes: cast, weight: 4, origins });
    expect(register).toHaveLength(weights.groups.length);
    expect(register.flat().filter(({ source }) => source === "first")).toHaveLength(rows);
    const registered = register.flat().filter(({ source }) => source === VOTE_SOURCE);
    expect(registered.map(({ id }) => id).toSorted()).toEqual(cast.map(({ id }) => id).toSorted());
    const packed = packRegister(register, origins);
    expect(packed.evidence).toEqual([...origins.evidence, { kind: "votes", weight: 4 }]);
    expect(packed.sources).toEqual(["first", VOTE_SOURCE]);
  });
});
