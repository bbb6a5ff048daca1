import { z } from "zod";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { ARTIFACT_SCHEMA_VERSION } from "./artifact-version";

const share = z.number().min(0).max(1);

const reliability = z.object({
  /** By ascending win rate, of about equal count: mean win rate, mean outcome (ties half), and how many battles. */
  bins: z.array(z.object({ winRate: share, observed: share, count: z.number().int().positive() })),
  /** Expected calibration error: the bins' mean of |winRate − observed|, weighted by count. */
  error: share,
});

/**
 * `public/artifacts/reliability.json`: whether win rates are frequencies, and the scale that makes them so. Every battle
 * was scored by routers fitted without its prompt (out-of-fold); `after` by a scale that was fitted without it, too.
 */
export const reliabilityArtifactSchema = z.object({
  schemaVersion: z.literal(ARTIFACT_SCHEMA_VERSION),
  /** Real outcomes: the pair's own answers, and judged battles of models about as far apart as the pair. */
  sources: z.array(z.object({ name: z.string(), battles: z.number().int() })),
  routers: z.partialRecord(
    z.enum(ROUTER_IDS),
    z.object({
      /** What the router's log-odds are stretched by and moved by; absent for one that is used as it is. */
      scale: z.object({ slope: z.number().positive(), offset: z.number() }).optional(),
      before: reliability,
      after: reliability,
    }),
  ),
});

export type ReliabilityArtifact = z.infer<typeof reliabilityArtifactSchema>;
