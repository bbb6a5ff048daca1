import type { TransformerKind, TransformerShape } from "@/lib/domain/transformer-weights";
import { outcomeLabels, qualityLabels } from "@/lib/training/sources/teacher-labels";
import type { TransformerSchedule } from "./fit-transformer";

/** Routers that are transformers, with what each learns and how. */
export const TRANSFORMER_IDS = ["bert", "causal_llm"] as const;
export type TransformerId = (typeof TRANSFORMER_IDS)[number];

/** Small enough for 0.5 MB each at 8 bits and under a millisecond a prompt. */
export const TRANSFORMER_SHAPE: TransformerShape = {
  vocabulary: 8192,
  width: 64,
  heads: 2,
  layers: 2,
  inner: 128,
  positions: 160,
};

export const TRANSFORMER_SCHEDULE: TransformerSchedule = {
  epochs: 2,
  tokensPerBatch: 2048,
  learningRate: 2e-3,
  warmupSteps: 200,
  tokenDropout: 0.1,
  stepsPerLook: 400,
  patience: 4,
};

/** What the encoder's outputs stand for, in their order (RouteLLM §4.2). */
export const OUTCOME_LABELS = ["strong wins", "tie", "weak wins"] as const;

type TransformerRecipe = {
  readonly model: TransformerKind;
  /** Soft labels of a teacher's score. */
  readonly labels: (score: number) => number[];
};

/** Ids of [[1]] … [[5]] are those that lib/training/transformer/fit-tokenizer gives them. */
export const TRANSFORMER_RECIPES: Readonly<Record<TransformerId, TransformerRecipe>> = {
  bert: { model: { kind: "encoder", labels: OUTCOME_LABELS.length }, labels: outcomeLabels },
  causal_llm: {
    model: { kind: "decoder", labelTokens: [1, 2, 3, 4, 5] },
    labels: qualityLabels,
  },
};
