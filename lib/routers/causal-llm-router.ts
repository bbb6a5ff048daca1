import type { LabelProbabilities } from "@/lib/domain/label-probabilities";
import { toWinRate, type WinRate } from "@/lib/domain/win-rate";
import type { ExplainingRouter } from "./explaining-router";
import type { LabelModel } from "./label-model";

/** Labels `[[1]]` … `[[5]]`: the expected quality of the weak model's answer. */
export const QUALITY_LABELS = ["[[1]]", "[[2]]", "[[3]]", "[[4]]", "[[5]]"] as const;

/** Index of the first label from which on the weak model's answer is good enough: `[[4]]` and `[[5]]`. */
const FIRST_GOOD_LABEL = 3;

function toStrongWinRate(probabilities: LabelProbabilities): WinRate {
  const good = probabilities.slice(FIRST_GOOD_LABEL).reduce((sum, value) => sum + value, 0);
  return toWinRate(Math.max(0, 1 - good));
}

/**
 * A decoder that reads an instruction and gives the next-token distribution over five labels. The win rate is
 * 1 − (P([[4]]) + P([[5]])), so 1 where no label token comes, as in the release (RouteLLM §4.2). It explains itself by
 * that distribution.
 */
export function createCausalLlmRouter(options: { readonly model: LabelModel }): ExplainingRouter {
  const { model } = options;
  return {
    id: "causal_llm",
    scoreBatch: async (prompts) => (await model.labelBatch(prompts)).map(toStrongWinRate),
    async explain(prompt) {
      const [probabilities] = await model.labelBatch([prompt]);
      if (probabilities === undefined) throw new TypeError("The model returned nothing for one prompt");
      return {
        kind: "causal_llm",
        winRate: toStrongWinRate(probabilities),
        scale: null,
        labels: QUALITY_LABELS.map((label, index) => ({
          label,
          probability: probabilities[index] ?? 0,
          good: index >= FIRST_GOOD_LABEL,
        })),
      };
    },
  };
}
