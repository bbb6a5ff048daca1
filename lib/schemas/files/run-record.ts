import { z } from "zod";
import { promptFormatSchema } from "./prompt-upload";
import { scoringRunSchema } from "./scoring-run";

/** `runs/<id>/run.json` of the state folder: what a server that starts anew must know of a run to go on with it. */
export const runRecordSchema = scoringRunSchema.omit({ promptsPerSecond: true, secondsLeft: true }).extend({
  upload: z.string(),
  column: z.string().nullable(),
  format: promptFormatSchema,
  /** Of the routers that score it; chunks by other ones are not mixed with theirs. */
  version: z.string(),
});
export type RunRecord = z.infer<typeof runRecordSchema>;
