import type { LabelProbabilities } from "@/lib/domain/label-probabilities";
import type { LabelModel } from "@/lib/routers/label-model";

/** A model that knows a few prompts by heart, and nothing of all others. */
export function listedLabelModel(labels: number, rows: Readonly<Record<string, LabelProbabilities>>): LabelModel {
  return {
    labels,
    labelBatch: async (prompts) =>
      prompts.map((prompt) => rows[prompt] ?? Array.from({ length: labels }, () => 1 / labels)),
  };
}
