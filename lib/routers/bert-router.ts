import { toWinRate } from "@/lib/domain/win-rate";
import type { LabelModel } from "./label-model";
import type { Router } from "./router";

/**
 * An encoder with a classification head. Its labels, in order: the strong model wins, a tie, the weak model wins; the
 * win rate is 1 − P(last two labels), as in the release (RouteLLM §4.2). A head with other labels says which of them
 * count for the strong model.
 * @param options.strongLabels indices of the labels that count as a win of the strong model.
 */
export function createBertRouter(options: {
  readonly model: LabelModel;
  readonly strongLabels?: readonly number[];
}): Router {
  const { model, strongLabels = [0] } = options;
  return {
    id: "bert",
    async scoreBatch(prompts) {
      return (await model.labelBatch(prompts)).map((probabilities) => {
        const strong = strongLabels.reduce((sum, label) => sum + (probabilities[label] ?? 0), 0);
        return toWinRate(Math.min(1, strong));
      });
    },
  };
}
