import { z } from "zod";
import { ARTIFACT_SCHEMA_VERSION } from "./artifact-version";
import { floatTextLength, floatTextSchema } from "./float-text";

/** What the encoder made of (n) prompts. */
const embeddedPrompts = z
  .object({
    /** (n) group of each prompt. */
    groups: z.array(z.number().int().min(0).max(2)),
    /** (n) score of the prompt's group: multiple choice, word problem, or code and chat. */
    scores: floatTextSchema,
    /** (n) difficulty of a multiple-choice question; 0 elsewhere. */
    difficulties: floatTextSchema,
  })
  .refine(
    ({ groups, scores, difficulties }) =>
      scores.length === floatTextLength(groups.length) && difficulties.length === scores.length,
    { error: "scores and difficulties must hold one float a prompt", path: ["scores"] },
  );

/**
 * `prompt-embeddings.json`: two numbers a prompt, from which a router that is fitted anew scores the benchmarks and the
 * calibration sample where their texts are not. In the order of the benchmark files and of `calibration.json`.
 */
export const promptEmbeddingsArtifactSchema = z.object({
  schemaVersion: z.literal(ARTIFACT_SCHEMA_VERSION),
  mmlu: embeddedPrompts,
  gsm8k: embeddedPrompts,
  "mt-bench": embeddedPrompts,
  /** By columns that did not see the prompt. */
  calibration: embeddedPrompts,
});

export type EmbeddedPrompts = z.infer<typeof embeddedPrompts>;
export type PromptEmbeddingsArtifact = z.infer<typeof promptEmbeddingsArtifactSchema>;
