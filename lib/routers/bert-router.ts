import { toWinRate, type WinRate } from "@/lib/domain/win-rate";
import type { ExplainingRouter } from "./explaining-router";
import type { LabelModel } from "./label-model";
import { occludeText } from "./occlusion";

/**
 * An encoder with a classification head. Its labels, in order: the strong model wins, a tie, the weak model wins; the
 * win rate is 1 − P(last two labels), as in the release (RouteLLM §4.2). A head with other labels says which of them
 * count for the strong model. It explains itself by what leaving out each word does.
 * @param options.strongLabels indices of the labels that count as a win of the strong model.
 */
export function createBertRouter(options: {
  readonly model: LabelModel;
  readonly strongLabels?: readonly number[];
}): ExplainingRouter {
  const { model, strongLabels = [0] } = options;
  const scoreBatch = async (prompts: readonly string[]): Promise<WinRate[]> =>
    (await model.labelBatch(prompts)).map((probabilities) => {
      const strong = strongLabels.reduce((sum, label) => sum + (probabilities[label] ?? 0), 0);
      return toWinRate(Math.min(1, strong));
    });
  return {
    id: "bert",
    scoreBatch,
    async explain(prompt) {
      const [winRate] = await scoreBatch([prompt]);
      if (winRate === undefined) throw new TypeError("The model returned nothing for one prompt");
      return { kind: "bert", winRate, scale: null, pieces: await occludeText(prompt, scoreBatch) };
    },
  };
}
