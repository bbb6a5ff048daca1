import { z } from "zod";
import { ARTIFACT_SCHEMA_VERSION } from "./artifact-version";
import { floatTextLength, floatTextSchema } from "./float-text";

/** The matrix-factorization router: v model vectors of k entries, a k × d projection, k classifier weights. */
export const matrixFactorizationArtifactSchema = z
  .object({
    schemaVersion: z.literal(ARTIFACT_SCHEMA_VERSION),
    /** Row of `modelVectors` for each model. */
    modelIndices: z.record(z.string(), z.number().int().min(0)),
    /** v */
    vectors: z.number().int().min(1),
    /** k */
    hidden: z.number().int().min(1),
    /** d */
    dimensions: z.number().int().min(1),
    /** (v × k) row-major. */
    modelVectors: floatTextSchema,
    /** (k × d) row-major. */
    projection: floatTextSchema,
    /** (k) */
    classifier: floatTextSchema,
  })
  .refine(({ modelVectors, vectors, hidden }) => modelVectors.length === floatTextLength(vectors * hidden), {
    error: "modelVectors must hold vectors × hidden floats",
    path: ["modelVectors"],
  })
  .refine(({ projection, hidden, dimensions }) => projection.length === floatTextLength(hidden * dimensions), {
    error: "projection must hold hidden × dimensions floats",
    path: ["projection"],
  })
  .refine(({ classifier, hidden }) => classifier.length === floatTextLength(hidden), {
    error: "classifier must hold hidden floats",
    path: ["classifier"],
  })
  .refine(({ modelIndices, vectors }) => Object.values(modelIndices).every((index) => index < vectors), {
    error: "every model's index must be below vectors",
    path: ["modelIndices"],
  });

export type MatrixFactorizationArtifact = z.infer<typeof matrixFactorizationArtifactSchema>;
