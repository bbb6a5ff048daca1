import type { ModelPair } from "@/lib/domain/model-pair";
import type { TierRating, WeighedBattle } from "@/lib/domain/router-explanation";
import { RoutingError } from "@/lib/domain/routing-error";
import type { Embedder } from "@/lib/embeddings/embedder";
import type { BattleRegister } from "./battle-register";
import type { Explainer } from "./explaining-router";
import { findPair } from "./find-pair";
import { createSimilarityRater, type SimilarityWeightedWeights, winRateOfTiers } from "./similarity-weighted-router";

/** Battles that an explanation lists. */
const SHOWN_BATTLES = 8;
const POINTS_PER_NAT = 400 / Math.LN10;

/**
 * Says which battles weighed most on a prompt's win rate, and how weighing them moved the tiers' ratings.
 * @param request.register read when the first explanation is asked for.
 */
export function createSimilarityWeightedExplainer(request: {
  readonly weights: SimilarityWeightedWeights;
  readonly pair: ModelPair;
  readonly embedder: Embedder;
  readonly register: () => Promise<BattleRegister>;
}): Explainer {
  const { weights, embedder } = request;
  const tiers = findPair(weights.modelTiers, request.pair);
  const rater = createSimilarityRater(weights);

  return {
    async explain(prompt) {
      const [register, [embedding]] = await Promise.all([request.register(), embedder.embedBatch([prompt])]);
      if (embedding === undefined) throw new TypeError("An embedder returned nothing for one prompt");
      checkRegister(register, weights);
      const rating = rater.rate(embedding);
      const rows: WeighedRow[] = [];
      let battleCount = 0;
      let totalWeight = 0;
      for (let row = rating.start; row < rating.end; row++) {
        const weight = rating.weightOf(row);
        let largest = 0;
        for (const battle of register.battlesOf(row)) {
          battleCount++;
          totalWeight += weight * battle.weight;
          largest = Math.max(largest, weight * battle.weight);
        }
        rows.push({ row, weight, largest, similarity: rating.similarities[row] ?? 0 });
      }
      return {
        kind: "sw_ranking",
        winRate: winRateOfTiers(rating.strengths, tiers),
        scale: null,
        battles: heaviest(rows, register),
        battleCount,
        totalWeight,
        tiers: rateTiers({ weights, rating, everyone: rater.everyone, weak: tiers.weak }),
        strongTier: tiers.strong,
        weakTier: tiers.weak,
      };
    },
  };
}

type WeighedRow = {
  readonly row: number;
  /** Of the row, and of the heaviest battle in it. */
  readonly weight: number;
  readonly largest: number;
  readonly similarity: number;
};

/** Rows first, since no battle outside the rows with the heaviest ones can be among the heaviest. */
function heaviest(rows: readonly WeighedRow[], register: BattleRegister): WeighedBattle[] {
  return rows
    .filter(({ largest }) => largest > 0)
    .toSorted((a, b) => b.largest - a.largest || a.row - b.row)
    .slice(0, SHOWN_BATTLES)
    .flatMap(({ row, weight, similarity }) =>
      register.battlesOf(row).map((battle) => ({ ...battle, similarity, weight: weight * battle.weight })),
    )
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, SHOWN_BATTLES);
}

/** Tiers that met others in `start..end`; the others have no rating there. Relative to the weak model's tier. */
function rateTiers(options: {
  weights: SimilarityWeightedWeights;
  rating: ReturnType<ReturnType<typeof createSimilarityRater>["rate"]>;
  everyone: Float64Array;
  weak: number;
}): TierRating[] {
  const { weights, rating, everyone, weak } = options;
  const { playerCount, cellOffsets, cells } = weights;
  const met = new Set<number>();
  for (let cell = cellOffsets[rating.start] ?? 0; cell < (cellOffsets[rating.end] ?? 0); cell++) {
    const players = cells[cell] ?? 0;
    met.add(Math.floor(players / playerCount));
    met.add(players % playerCount);
  }
  const members = Object.values(weights.modelTiers);
  const points = (strengths: Float64Array, tier: number): number =>
    POINTS_PER_NAT * ((strengths[tier] ?? 0) - (strengths[weak] ?? 0));
  return [...met]
    .sort((a, b) => a - b)
    .map((tier) => ({
      tier,
      models: members.filter((member) => member === tier).length,
      before: points(everyone, tier),
      after: points(rating.strengths, tier),
    }));
}

function checkRegister({ rows }: BattleRegister, { groups }: SimilarityWeightedWeights): void {
  if (rows === groups.length) return;
  const message = `The register of battles has ${rows} prompts where the router has ${groups.length}: train again, so that both are of one training.`;
  throw new RoutingError({ code: "artifact_unusable", parameter: "origins.json", message });
}
