import { toWinRate } from "@/lib/domain/win-rate";
import type { LabelModel } from "./label-model";
import type { Router } from "./router";

/** Labels `[[1]]` … `[[5]]`: the expected quality of the weak model's answer. */
export const QUALITY_LABELS = ["[[1]]", "[[2]]", "[[3]]", "[[4]]", "[[5]]"] as const;

/** Index of the first label from which on the weak model's answer is good enough: `[[4]]` and `[[5]]`. */
const FIRST_GOOD_LABEL = 3;

/**
 * A decoder that reads an instruction and gives the next-token distribution over five labels. The win rate is
 * 1 − (P([[4]]) + P([[5]])), so 1 where no label token comes, as in the release (RouteLLM §4.2).
 */
export function createCausalLlmRouter(options: { readonly model: LabelModel }): Router {
  return {
    id: "causal_llm",
    async scoreBatch(prompts) {
      return (await options.model.labelBatch(prompts)).map((probabilities) => {
        const good = probabilities.slice(FIRST_GOOD_LABEL).reduce((sum, value) => sum + value, 0);
        return toWinRate(Math.max(0, 1 - good));
      });
    },
  };
}
