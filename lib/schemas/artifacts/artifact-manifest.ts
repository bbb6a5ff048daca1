import { z } from "zod";
import { ARTIFACT_SCHEMA_VERSION } from "./artifact-version";

/** `public/artifacts/manifest.json`: where the artifacts come from, and what each file must be. */
export const artifactManifestSchema = z.object({
  schemaVersion: z.literal(ARTIFACT_SCHEMA_VERSION),
  /** Day of training, YYYY-MM-DD; the only field that is not decided by data and seed. */
  date: z.string(),
  seed: z.number().int(),
  pair: z.object({ strong: z.string(), weak: z.string() }),
  datasets: z.array(
    z.object({
      path: z.string(),
      source: z.string(),
      licence: z.string(),
      use: z.enum(["train", "evaluate", "train and evaluate"]),
      rows: z.number().int(),
      rowsUsed: z.number().int(),
    }),
  ),
  /** What the contamination check found and removed from training. */
  contamination: z.object({
    flagged: z.number().int(),
    textMatches: z.number().int(),
    nearDuplicates: z.number().int(),
    /** Ids of the rows that were found beyond the flagged ones. */
    copies: z.array(z.string()),
  }),
  /** Votes that two of the routers learned from afterwards, on `date`, and the training that they started from. */
  retrained: z
    .object({ votes: z.int(), heldOut: z.int(), base: z.object({ date: z.string(), seed: z.number().int() }) })
    .optional(),
  files: z.array(z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string() })),
});

export type ArtifactManifest = z.infer<typeof artifactManifestSchema>;
