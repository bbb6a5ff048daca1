import type { PromptOrigin } from "@/lib/domain/router-explanation";
import { scaleForSimilarity } from "@/lib/embeddings/similarity-scales";
import { unitVector } from "@/lib/math/unit-vector";
import type { RegisteredBattle } from "@/lib/routers/battle-register";
import { collectPrompts } from "@/lib/training/sources/collect-prompts";
import type { TrainingBattle } from "./assemble-battles";

const UNKNOWN: PromptOrigin = { source: "", id: "" };

/**
 * Files every battle under the row that the similarity-weighted router keeps of its prompt; battles within a tier say
 * nothing there and are left out.
 * @returns (n) battles of each row, in the order of the router's rows.
 */
export function registerBattles(options: {
  battles: readonly TrainingBattle[];
  modelTiers: Readonly<Record<string, number>>;
  origins: ReadonlyMap<string, PromptOrigin>;
}): RegisteredBattle[][] {
  const { battles, modelTiers, origins } = options;
  const { unique, indices } = collectPrompts(
    battles.map(({ embedding }) => {
      const { vector, group } = scaleForSimilarity(embedding);
      return { vector: unitVector(vector), group };
    }),
  );
  const rows = unique.map((): RegisteredBattle[] => []);
  battles.forEach(({ prompt, fought, evidence, modelA, modelB, outcome, weight }, index) => {
    if (modelTiers[modelA] === modelTiers[modelB]) return;
    const { source, id } = fought ?? origins.get(prompt) ?? UNKNOWN;
    rows[indices[index] ?? -1]?.push({ source, id, evidence, modelA, modelB, outcome, weight });
  });
  return rows;
}
