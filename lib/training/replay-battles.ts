import { restoreEmbedding } from "@/lib/embeddings/similarity-scales";
import type { SimilarityWeightedWeights } from "@/lib/routers/similarity-weighted-router";
import type { EmbeddedBattle } from "./fit-similarity-weighted";

/** What a tier is called where only tiers are known, and no models. */
export const tierName = (tier: number): string => `tier ${tier}`;

/** Row of the model vectors for each tier by its name, as `modelIndices` and `modelTiers` of the fits. */
export const tierIndices = (tierCount: number): Readonly<Record<string, number>> =>
  Object.fromEntries(Array.from({ length: tierCount }, (_, tier) => [tierName(tier), tier]));

/** A battle of two tiers on a prompt that a trained router has kept. */
export type ReplayedBattle = EmbeddedBattle & { readonly row: number };

/**
 * The battles that a similarity-weighted router was trained on, read off its weights: between two tiers the win masses on a
 * prompt are all that a fit by tiers sees, so the same fit on them finds the same. What is lost is the order, and battles
 * within a tier, which say nothing. A prompt without any other keeps one of weight 0, and so its place.
 */
export function replayBattles(weights: SimilarityWeightedWeights): ReplayedBattle[] {
  const { groups, dimensions, embeddings, playerCount, cellOffsets, cells, masses } = weights;
  return groups.flatMap((group, row) => {
    const vector = Float64Array.from(embeddings.slice(row * dimensions, (row + 1) * dimensions));
    const embedding = restoreEmbedding({ vector, group });
    const pairs = new Map<number, { readonly a: number; readonly b: number; won: number; lost: number }>();
    for (let at = cellOffsets[row] ?? 0; at < (cellOffsets[row + 1] ?? 0); at++) {
      const cell = cells[at] ?? 0;
      const [winner, loser] = [Math.floor(cell / playerCount), cell % playerCount];
      const [a, b] = winner < loser ? [winner, loser] : [loser, winner];
      const pair = pairs.get(a * playerCount + b) ?? { a, b, won: 0, lost: 0 };
      if (winner === a) pair.won += masses[at] ?? 0;
      else pair.lost += masses[at] ?? 0;
      pairs.set(a * playerCount + b, pair);
    }
    if (pairs.size === 0) {
      return [{ row, embedding, modelA: tierName(0), modelB: tierName(0), outcome: 0.5, weight: 0 }];
    }
    return [...pairs.values()].map(({ a, b, won, lost }) => {
      const weight = won + lost;
      const outcome = weight > 0 ? won / weight : 0.5;
      return { row, embedding, modelA: tierName(a), modelB: tierName(b), outcome, weight };
    });
  });
}
