import { RoutingError } from "@/lib/domain/routing-error";
import type { Embedding } from "@/lib/embeddings/embedder";
import { unitVector } from "@/lib/math/unit-vector";
import { checkEmbedding } from "@/lib/routers/check-embedding";
import type { SimilarityWeightedWeights } from "@/lib/routers/similarity-weighted-router";
import { fitBradleyTerry, type RatedBattle } from "@/lib/training/solvers/fit-bradley-terry";
import { collectPrompts } from "@/lib/training/sources/collect-prompts";
import { assignTiers } from "./assign-tiers";

/** A battle and the prompt it was fought on. */
export type EmbeddedBattle = RatedBattle & { readonly embedding: Embedding };

export type SimilarityWeightedOptions = {
  /** Tiers that the models are grouped in; 10 in the paper. */
  readonly tierCount: number;
  /** Tier of every model, if they were rated on more than these battles; else they are rated on them. */
  readonly modelTiers?: Readonly<Record<string, number>>;
  /**
   * What a battle between two models of one tier says. `ignored`: nothing (exact). `as-released`: what the public code
   * makes of it by accident, a battle of that tier (as the loser's side of the table) against a fixed point, which
   * drags win rates toward 0.5; for reproducing its figures only.
   */
  readonly sameTier?: "ignored" | "as-released";
};

/**
 * Learns the similarity-weighted router: rates all models on all battles, cuts them into tiers, and files every
 * battle's win mass under its prompt and pair of tiers. Prompts without any battle between tiers stay: they still count
 * towards the largest similarity.
 */
export function fitSimilarityWeighted(
  battles: readonly EmbeddedBattle[],
  { tierCount, sameTier = "ignored", ...options }: SimilarityWeightedOptions,
): SimilarityWeightedWeights {
  const dimensions = battles[0]?.embedding.vector.length;
  if (dimensions === undefined) {
    throw new RoutingError({ code: "invalid_data", parameter: "battles", message: "At least one battle is needed." });
  }
  for (const { embedding } of battles) checkEmbedding(embedding.vector, dimensions);
  const modelTiers = options.modelTiers ?? assignTiers(fitBradleyTerry(battles), tierCount);
  const playerCount = sameTier === "ignored" ? tierCount : tierCount + 1;

  const prompts = collectPrompts(
    battles.map(({ embedding }) => ({ vector: unitVector(embedding.vector), group: embedding.group })),
  );
  const massesByPrompt = prompts.unique.map(() => new Map<number, number>());
  battles.forEach(({ modelA, modelB, outcome, weight }, index) => {
    const masses = massesByPrompt[prompts.indices[index] ?? 0];
    let a = modelTiers[modelA] ?? 0;
    const b = modelTiers[modelB] ?? 0;
    if (!masses) return;
    if (a === b) {
      if (sameTier === "ignored") return;
      a = tierCount;
    }
    const add = (winner: number, loser: number, mass: number) => {
      const cell = winner * playerCount + loser;
      if (mass > 0) masses.set(cell, (masses.get(cell) ?? 0) + mass);
    };
    add(a, b, weight * outcome);
    add(b, a, weight * (1 - outcome));
  });

  const cellOffsets = [0];
  const cells: number[] = [];
  const masses: number[] = [];
  for (const prompt of massesByPrompt) {
    for (const [cell, mass] of [...prompt].sort(([left], [right]) => left - right)) {
      cells.push(cell);
      masses.push(mass);
    }
    cellOffsets.push(cells.length);
  }
  return {
    modelTiers,
    playerCount,
    dimensions,
    groups: prompts.unique.map(({ group }) => group),
    embeddings: prompts.unique.flatMap(({ vector }) => [...vector]),
    cellOffsets,
    cells,
    masses,
  };
}
