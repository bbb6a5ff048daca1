import { z } from "zod";
import { ARTIFACT_SCHEMA_VERSION } from "./artifact-version";

/** The length baseline: log-odds of a strong win = intercept + slope · ln(1 + code points). */
export const lengthArtifactSchema = z.object({
  schemaVersion: z.literal(ARTIFACT_SCHEMA_VERSION),
  intercept: z.number(),
  slope: z.number(),
});
