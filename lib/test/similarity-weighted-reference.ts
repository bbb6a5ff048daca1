import { z } from "zod";
import { readReference } from "./reference-folder";

const referenceSchema = z.object({
  tiers: z.number(),
  strong: z.string(),
  weak: z.string(),
  battles: z.array(
    z.object({
      model_a: z.string(),
      model_b: z.string(),
      winner: z.enum(["model_a", "model_b", "tie", "tie (bothbad)"]),
      embedding: z.array(z.number()),
    }),
  ),
  ratings: z.record(z.string(), z.number()),
  model_to_tier: z.record(z.string(), z.number()),
  prompts: z.array(z.array(z.number())),
  strong_win_rates_reference: z.array(z.number()),
  strong_win_rates_exact: z.array(z.number()),
});

/** Battles, prompts and figures of the public implementation's similarity-weighted router. */
export function readSimilarityWeightedReference(name: "sw-a.json" | "sw-b.json") {
  const reference = referenceSchema.parse(readReference(name));
  return {
    tierCount: reference.tiers,
    pair: { strong: reference.strong, weak: reference.weak },
    battles: reference.battles.map((battle) => ({
      modelA: battle.model_a,
      modelB: battle.model_b,
      outcome: battle.winner === "model_a" ? 1 : battle.winner === "model_b" ? 0 : 0.5,
      weight: 1,
      embedding: { vector: Float64Array.from(battle.embedding), group: 0 },
    })),
    ratings: reference.ratings,
    modelTiers: reference.model_to_tier,
    prompts: reference.prompts,
    exact: reference.strong_win_rates_exact,
    asReleased: reference.strong_win_rates_reference,
  };
}
