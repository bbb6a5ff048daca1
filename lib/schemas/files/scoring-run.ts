import { z } from "zod";
import { ROUTER_IDS } from "@/lib/domain/router-id";

const count = z.int().nonnegative();

/** Asks for the prompts of an upload to be scored. */
export const scoringRunRequestSchema = z.object({
  upload: z.string(),
  /** As the inspection names it; null for text. */
  column: z.string().nullable(),
  routers: z.array(z.enum(ROUTER_IDS)).min(1),
  /** Keep the prompts beside their win rates; otherwise they are deleted once all are scored. */
  keepPrompts: z.boolean(),
});
export type ScoringRunRequest = z.infer<typeof scoringRunRequestSchema>;

/** How far the scoring of a user's prompts is. */
export const scoringRunSchema = z.object({
  id: z.string(),
  /** Of the file. */
  name: z.string(),
  state: z.enum(["waiting", "scoring", "done", "cancelled", "failed"]),
  routers: z.array(z.enum(ROUTER_IDS)).min(1),
  keepPrompts: z.boolean(),
  /** ISO 8601, UTC. */
  startedAt: z.string(),
  /** Usable rows, and how many of them every router of the run has scored. */
  rows: count,
  scored: count,
  /** Rows without a usable prompt. */
  problems: count,
  promptsPerSecond: z.number().nonnegative(),
  /** Until the end at this speed; null while there is none to go by. */
  secondsLeft: z.number().nonnegative().nullable(),
  /** Why a failed run ended, in one sentence. */
  failure: z.string().nullable(),
  /** The id of whoever started it; the machine's own admin did where there is none. */
  owner: z.string().optional(),
});
export type ScoringRun = z.infer<typeof scoringRunSchema>;
