import { z } from "zod";
import { BENCHMARK_IDS } from "@/lib/domain/benchmark";
import { ARTIFACT_SCHEMA_VERSION } from "@/lib/schemas/artifacts/artifact-version";
import { routersVersionSchema } from "./router-choice";

/** The routers that learn from votes; the others stay as they are. */
export const RETRAINED_ROUTERS = ["mf", "sw_ranking"] as const;
export type RetrainedRouter = (typeof RETRAINED_ROUTERS)[number];

/** Real votes on the two connected models that a training needs: about twenty of them are held out, the fewest that tell anything. */
export const LEAST_VOTES = 100;

/** What a vote may count beside one of the pair's shipped battles, of which there are some thousands. */
export const VOTE_WEIGHTS = [1, 4, 16, 64] as const;

/** What the votes' source is called where battles and data sets are listed. */
export const VOTE_SOURCE = "votes-on-this-server";

/** The file of a retrained set of artifacts that holds what changed. */
export const COMPARISON_PATH = "comparison.json";

const count = z.int().nonnegative();
const share = z.number().min(0).max(1);
const interval = z.tuple([z.number(), z.number()]).readonly();
const beforeAfter = <Schema extends z.ZodType>(schema: Schema) => z.object({ old: schema, new: schema });

const agreement = z.object({ agreed: count, share, interval });

/** See lib/evaluation/compare-on-votes. */
const onVotes = z.object({
  votes: count,
  prompts: count,
  decided: count,
  agreement: beforeAfter(agreement).nullable(),
  logLoss: beforeAfter(z.number()).extend({ difference: z.number(), interval: interval.nullable() }),
  calibration: beforeAfter(share).extend({ observed: share, interval }).nullable(),
  verdict: z.enum(["better", "worse", "no difference", "too few"]),
});

const apgr = z.object({ apgr: z.number(), interval });

/** What a training on votes changed, for each router that it changed. */
export const retrainingComparisonSchema = z.object({
  schemaVersion: z.literal(ARTIFACT_SCHEMA_VERSION),
  /** Votes that were learned from, and that were held out. */
  learned: count,
  heldOut: count,
  routers: z.record(
    z.enum(RETRAINED_ROUTERS),
    z.object({
      /** What a vote counted beside a shipped battle of the pair. */
      voteWeight: z.number().positive(),
      onVotes,
      benchmarks: z.record(z.enum(BENCHMARK_IDS), beforeAfter(apgr)),
    }),
  ),
});
export type RetrainingComparison = z.infer<typeof retrainingComparisonSchema>;

/** `GET /chat/retraining`. */
export const retrainingStatusSchema = z.object({
  votes: z.object({
    needed: count,
    /** Real votes on the two models that are connected now. */
    usable: count,
    /** On made-up answers: never learned from. */
    simulated: count,
    /** On other models than those two, or on one and the same. */
    others: count,
  }),
  /** Two real models are connected: without them a vote has no strong and no weak side. */
  connected: z.boolean(),
  served: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("shipped"), date: z.string() }),
    z.object({ kind: z.literal("retrained"), date: z.string(), votes: count }),
  ]),
  training: z.discriminatedUnion("state", [
    z.object({ state: z.literal("none") }),
    z.object({
      state: z.literal("running"),
      /** In [0, 1]. */
      done: share,
      stage: z.string(),
      secondsLeft: z.number().nonnegative().nullable(),
    }),
    z.object({ state: z.literal("failed"), message: z.string() }),
    z.object({ state: z.literal("ready"), version: routersVersionSchema, comparison: retrainingComparisonSchema }),
  ]),
});
export type RetrainingStatus = z.infer<typeof retrainingStatusSchema>;

/** `POST /chat/retraining`. */
export const retrainingRequestSchema = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("start") }),
  /** Names what was seen, so that nobody confirms routers that another window has trained meanwhile. */
  z.strictObject({ action: z.literal("use"), version: routersVersionSchema }),
  z.strictObject({ action: z.literal("shipped") }),
]);
