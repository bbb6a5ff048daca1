import { z } from "zod";
import { ARTIFACT_SCHEMA_VERSION } from "./artifact-version";

/** Longest sequence that the model reads, in tokens. */
const positions = z.number().int().min(8).max(8192);

/**
 * `public/artifacts/transformers.json`: how `bert.onnx` and `causal-llm.onnx` are read. Both take their tokens from
 * `tokenizer.json`; `causal-llm-instruction.txt` stands around the prompt that the decoder reads.
 */
export const transformersArtifactSchema = z.object({
  schemaVersion: z.literal(ARTIFACT_SCHEMA_VERSION),
  bert: z
    .object({
      positions,
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
    /** Tokens of the labels, in the order of the model's outputs. */
    labels: z.tuple([z.string(), z.string(), z.string(), z.string(), z.string()]),
  }),
});

export type TransformersArtifact = z.infer<typeof transformersArtifactSchema>;
