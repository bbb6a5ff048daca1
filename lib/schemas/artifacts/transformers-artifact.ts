import { z } from "zod";
import { ARTIFACT_SCHEMA_VERSION } from "./artifact-version";

/** Longest sequence that the model reads, in tokens. */
const positions = z.number().int().min(8).max(8192);

/** The most that 8 bits may move a win rate. */
export const LARGEST_ROUNDING = 0.01;

/** Largest difference of a win rate at 8 bits from that of the trained model, measured by the training that shipped it. */
const rounding = z.number().min(0).max(LARGEST_ROUNDING);

/**
 * `public/artifacts/transformers.json`: how `bert.onnx` and `causal-llm.onnx` are read. Both take their tokens from
 * `tokenizer.json`; `causal-llm-instruction.txt` stands around the prompt that the decoder reads.
 */
export const transformersArtifactSchema = z.object({
  schemaVersion: z.literal(ARTIFACT_SCHEMA_VERSION),
  bert: z
    .object({
      positions,
      rounding,
      /** What the model's outputs stand for, in their order. */
      labels: z.array(z.string()).min(2),
      /** Indices of the labels that count as a win of the strong model. */
      strongLabels: z.array(z.number().int().min(0)).min(1),
    })
    .refine(({ labels, strongLabels }) => strongLabels.every((label) => label < labels.length), {
      error: "strongLabels must be indices of labels",
    }),
  causal_llm: z.object({
    positions,
    rounding,
    /** Tokens of the labels, in the order of the model's outputs. */
    labels: z.tuple([z.string(), z.string(), z.string(), z.string(), z.string()]),
  }),
});

export type TransformersArtifact = z.infer<typeof transformersArtifactSchema>;
