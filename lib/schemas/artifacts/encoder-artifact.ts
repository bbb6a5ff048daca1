import { z } from "zod";
import { ARTIFACT_SCHEMA_VERSION } from "./artifact-version";
import { floatTextSchema } from "./float-text";

const numbers = z.array(z.number());

const learnedColumn = z.object({
  text: floatTextSchema,
  hand: numbers,
  mean: z.number(),
  deviation: z.number().positive(),
});

/** `public/artifacts/encoder.json`: the trained text encoder (see lib/embeddings/gated-encoder-weights). */
export const encoderArtifactSchema = z.object({
  schemaVersion: z.literal(ARTIFACT_SCHEMA_VERSION),
  /** Columns of `idf` and of every `text`. */
  textColumns: z.number().int().positive(),
  idf: floatTextSchema,
  handMeans: numbers,
  handDeviations: z.array(z.number().positive()),
  difficulty: learnedColumn,
  gain: learnedColumn,
  size: z.object({ means: numbers, deviations: numbers, coefficients: numbers, deviation: z.number().positive() }),
  wording: learnedColumn,
  preference: learnedColumn,
  demand: learnedColumn,
});

export type EncoderArtifact = z.infer<typeof encoderArtifactSchema>;
