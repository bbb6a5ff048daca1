import { z } from "zod";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { ARTIFACT_SCHEMA_VERSION } from "./artifact-version";

const winRates = z.array(z.number().min(0).max(1));

/**
 * `public/artifacts/calibration.json`: win rates on real chat prompts, each scored by routers that were fitted without
 * that prompt (out-of-fold). Rows are prompts; columns have equal length n; no prompt text.
 */
export const calibrationArtifactSchema = z.object({
  schemaVersion: z.literal(ARTIFACT_SCHEMA_VERSION),
  sources: z.array(z.object({ name: z.string(), prompts: z.number().int() })),
  /** (n) prompt length in Unicode code points. */
  characters: z.array(z.number().int()),
  /** (n) each. */
  winRates: z.record(z.enum(ROUTER_IDS), winRates),
});

export type CalibrationArtifact = z.infer<typeof calibrationArtifactSchema>;
