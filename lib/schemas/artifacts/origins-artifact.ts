import { z } from "zod";
import { EVIDENCE } from "@/lib/domain/router-explanation";
import { ARTIFACT_SCHEMA_VERSION } from "./artifact-version";

const index = z.number().int().min(0);

/**
 * `public/artifacts/origins.json`: where the rows of `sw-ranking.json` and of `calibration.json` come from (data set and
 * id, no text); read when somebody asks why a prompt got its win rate.
 */
export const originsArtifactSchema = z
  .object({
    schemaVersion: z.literal(ARTIFACT_SCHEMA_VERSION),
    sources: z.array(z.string()),
    models: z.array(z.string()),
    /** Kinds of evidence, and what a battle on such evidence weighs in training. */
    evidence: z.array(z.object({ kind: z.enum(EVIDENCE), weight: z.number().positive() })),
    battles: z.object({
      /** (n) battles of each row of `sw-ranking.json`; they add up to m. */
      counts: z.array(index),
      /** (m) each; indices into the lists above, the row's id, and 1 where A won. */
      source: z.array(index),
      id: z.array(z.string()),
      evidence: z.array(index),
      modelA: z.array(index),
      modelB: z.array(index),
      outcome: z.array(z.number().min(0).max(1)),
    }),
    sample: z.object({
      /** (k) of each row of `calibration.json`. */
      source: z.array(index),
      id: z.array(z.string()),
      /** (k × 128 bytes) little-endian words of each prompt's sign sketch (lib/math/sign-sketch). */
      sketches: z.base64(),
    }),
  })
  .refine(
    ({ battles: { counts, ...columns } }) => {
      const total = counts.reduce((sum, count) => sum + count, 0);
      return Object.values(columns).every(({ length }) => length === total);
    },
    { error: "every column of battles must have as many entries as counts adds up to", path: ["battles"] },
  )
  .refine(({ sample }) => sample.source.length === sample.id.length, {
    error: "sample must have as many sources as ids",
    path: ["sample"],
  });

export type OriginsArtifact = z.infer<typeof originsArtifactSchema>;
