import type { LabelProbabilities } from "@/lib/domain/label-probabilities";

/**
 * What a transformer router stands on: prompt → probability of each label. Where it runs (in this process, on another
 * machine) is not the router's business, so fakes need neither weights nor network.
 */
export type LabelModel = {
  /** Labels in the model's own order. */
  readonly labels: number;
  /** @returns (n_prompts) rows of (labels) probabilities, in the order of `prompts`. */
  labelBatch(prompts: readonly string[]): Promise<readonly LabelProbabilities[]>;
};
