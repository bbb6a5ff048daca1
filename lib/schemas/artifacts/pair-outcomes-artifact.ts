import { z } from "zod";
import { PAIR_TABLE_IDS } from "@/lib/domain/pair-table";
import { ARTIFACT_SCHEMA_VERSION } from "./artifact-version";

/**
 * `public/measurements/pairs/<table>-outcomes.json`: which of n questions each of m models answered rightly. Depends on
 * the data set alone, not on any training. Bit sets are base64 of eight flags a byte, lowest bit first, model by model:
 * flag `model · n + question`. No question text.
 */
export const pairOutcomesSchema = z.object({
  schemaVersion: z.literal(ARTIFACT_SCHEMA_VERSION),
  table: z.enum(PAIR_TABLE_IDS),
  /** Where the outcomes come from, and under which licence. */
  source: z.string(),
  licence: z.string(),
  /** (n) what follows `idPrefix` in the question's id. */
  idPrefix: z.string(),
  ids: z.array(z.string()),
  categories: z.array(z.string()),
  /** (n) index into `categories`. */
  category: z.array(z.number().int().min(0)),
  /** (m) as the data set spells them, and as the routers' training does. */
  models: z.array(z.object({ name: z.string(), canonical: z.string() })),
  /** (m × n) answered rightly. */
  correct: z.base64(),
  /** (m × n) was asked at all; null if every model was asked everything. */
  asked: z.base64().nullable(),
});

export type PairOutcomes = z.infer<typeof pairOutcomesSchema>;
