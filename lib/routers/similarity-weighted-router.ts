import type { ModelPair } from "@/lib/domain/model-pair";
import { toWinRate, type WinRate } from "@/lib/domain/win-rate";
import type { Embedder, Embedding } from "@/lib/embeddings/embedder";
import { createBradleyTerrySolver } from "@/lib/math/bradley-terry";
import { rowDots } from "@/lib/math/row-dots";
import { sigmoid } from "@/lib/math/sigmoid";
import { unitVector } from "@/lib/math/unit-vector";
import { checkEmbedding } from "./check-embedding";
import { findPair } from "./find-pair";
import type { Router } from "./router";

/**
 * What the similarity-weighted router remembers: every distinct prompt of its battles, and who won there. n prompts,
 * d dimensions, m cells. Plain numbers, so that it survives JSON.
 */
export type SimilarityWeightedWeights = {
  /** Player (tier) that stands for each model; 0 is the strongest. */
  readonly modelTiers: Readonly<Record<string, number>>;
  /** Players of the Bradley-Terry fit: the tiers, and with the release's treatment of same-tier battles one more. */
  readonly playerCount: number;
  readonly dimensions: number;
  /** (n) ascending, so that each group's prompts are contiguous; only prompts of one group are compared. */
  readonly groups: readonly number[];
  /** (n × d) row-major, each row of length 1 (or all zero). */
  readonly embeddings: readonly number[];
  /** (n + 1) cells of prompt i are `cellOffsets[i]..cellOffsets[i + 1]`; a prompt may have none. */
  readonly cellOffsets: readonly number[];
  /** (m) winner · playerCount + loser. */
  readonly cells: readonly number[];
  /** (m) win mass > 0 of that cell. */
  readonly masses: readonly number[];
};

/** Largest similarities up to this are rounding noise: dividing by them would blow noise up into weights. */
const SMALLEST_SIMILARITY = 1e-9;

/** One query's rating of the tiers. */
type SimilarityRating = {
  /** Rows of the query's group, end excluded; none if the group has no battles. */
  readonly start: number;
  readonly end: number;
  /** By row; only `start..end` belong to this query. Overwritten by the next one. */
  readonly similarities: Float64Array;
  readonly weightOf: (row: number) => number;
  /** (players) natural logarithms; overwritten by the next query. */
  readonly strengths: Float64Array;
};

export type SimilarityRater = {
  /** (players) strengths on all battles alike. */
  readonly everyone: Float64Array;
  readonly rate: (embedding: Embedding) => SimilarityRating;
};

/**
 * Similarity-weighted ranking: each known prompt j of the query's group weighs 10 · 10^(sim_j / max sim), sim = cosine;
 * the weighted battles are summed into one win mass per pair of tiers, and tiers are rated on them (Bradley-Terry). Cost
 * a query: one pass over the distinct prompts, whatever the number of battles, and a few Newton steps on at most ten
 * unknowns.
 *
 * Where the formula says nothing: without a positive similarity (a zero vector, or nothing alike) all prompts of the
 * group weigh the same; a group without battles uses all groups alike.
 * @returns the rater of embeddings; it keeps buffers, so that a query allocates next to nothing.
 */
export function createSimilarityRater(weights: SimilarityWeightedWeights): SimilarityRater {
  const { dimensions, playerCount } = weights;
  const matrix = Float32Array.from(weights.embeddings);
  const cellOffsets = Int32Array.from(weights.cellOffsets);
  const cells = Int32Array.from(weights.cells);
  const masses = Float64Array.from(weights.masses);
  const count = weights.groups.length;
  const groups = new Map<number, { readonly start: number; end: number }>();
  weights.groups.forEach((group, row) => {
    const range = groups.get(group);
    if (range) range.end = row + 1;
    else groups.set(group, { start: row, end: row + 1 });
  });

  const solver = createBradleyTerrySolver(playerCount);
  const similarities = new Float64Array(count);
  const wins = new Float64Array(playerCount * playerCount);
  const everyone = new Float64Array(playerCount);
  const strengths = new Float64Array(playerCount);

  /** Natural logarithm of ten over the largest similarity: what a unit of similarity adds to the log of a weight. */
  const rateOf = (largest: number): number => (largest > SMALLEST_SIMILARITY ? Math.LN10 / largest : 0);

  /** Sums the win masses of rows `start..end` into `wins`, each times 10 · 10^(similarity / largest). */
  function weigh(start: number, end: number, rate: number): void {
    wins.fill(0);
    let cell = cellOffsets[start] ?? 0;
    for (let row = start; row < end; row++) {
      const next = cellOffsets[row + 1] ?? 0;
      if (cell === next) continue;
      const weight = 10 * Math.exp(rate * (similarities[row] ?? 0));
      for (; cell < next; cell++) {
        const target = cells[cell] ?? 0;
        wins[target] = (wins[target] ?? 0) + weight * (masses[cell] ?? 0);
      }
    }
  }

  weigh(0, count, 0);
  solver.solve(wins, everyone);

  return {
    everyone,
    rate({ vector, group }) {
      checkEmbedding(vector, dimensions);
      // Every query starts from the unweighted solution, so that its score does not depend on the queries before it.
      strengths.set(everyone);
      const { start, end } = groups.get(group) ?? { start: 0, end: 0 };
      let rate = 0;
      if (end > start) {
        rate = rateOf(rowDots({ matrix, vector: unitVector(vector), start, end, out: similarities }));
        weigh(start, end, rate);
        solver.solve(wins, strengths);
      }
      return {
        start,
        end,
        similarities,
        weightOf: (row) => 10 * Math.exp(rate * (similarities[row] ?? 0)),
        strengths,
      };
    },
  };
}

/** Strengths are natural logarithms, ratings 400·log10: 1 / (1 + 10^((weak − strong) / 400)) is the logistic of the difference. */
export const winRateOfTiers = (strengths: Float64Array, pair: { readonly strong: number; readonly weak: number }) =>
  toWinRate(sigmoid((strengths[pair.strong] ?? 0) - (strengths[pair.weak] ?? 0)));

/**
 * The win rate of the strong model's tier over the weak model's; two models of one tier score 0.5.
 * @throws RoutingError if a model of the pair was not in training.
 */
export function createSimilarityWeightedScorer(
  weights: SimilarityWeightedWeights,
  pair: ModelPair,
): (embedding: Embedding) => WinRate {
  const tiers = findPair(weights.modelTiers, pair);
  const { rate } = createSimilarityRater(weights);
  return (embedding) => winRateOfTiers(rate(embedding).strengths, tiers);
}

/** The scorer behind an embedder. @throws RoutingError if a model of the pair was not in training. */
export function createSimilarityWeightedRouter(request: {
  readonly weights: SimilarityWeightedWeights;
  readonly pair: ModelPair;
  readonly embedder: Embedder;
}): Router {
  const score = createSimilarityWeightedScorer(request.weights, request.pair);
  return {
    id: "sw_ranking",
    async scoreBatch(prompts) {
      return (await request.embedder.embedBatch(prompts)).map(score);
    },
  };
}
