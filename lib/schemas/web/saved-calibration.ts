import { z } from "zod";
import { ROUTER_IDS } from "@/lib/domain/router-id";

const pricedModelSchema = z.object({
  model: z.string().max(300),
  /** Dollars. */
  inputPerMillion: z.number().nonnegative(),
  outputPerMillion: z.number().nonnegative(),
  /** In words, such as `list price of 2026-09-23`. */
  source: z.string().max(300),
  /** Of when it is, such as `2026-09-23`; null where somebody gave it. */
  asOf: z.string().max(40).nullable(),
});

/** What is handed over to engineers and the owner of the budget, as JSON or YAML. */
export const handOverSchema = z.object({
  kind: z.literal("routellm-calibration"),
  version: z.literal(1),
  router: z.enum(ROUTER_IDS),
  /** α. */
  threshold: z.number().min(0).max(1),
  /** For the endpoint's `model` field, such as `router-mf-0.11593`. */
  model: z.string(),
  /** In words, such as `400 prompts of “traffic.csv”`; absent in older ones. */
  calibratedOn: z.string().max(1000).optional(),
  target: z.object({
    strongShare: z.number().min(0).max(1),
    /** Dollars a month it was derived from, if it was. */
    monthlyBudget: z.number().nonnegative().nullable(),
    /** What of a month keeps to it: the mean or the upper end; null without a budget, absent in older ones. */
    keep: z.enum(["mean", "upper"]).nullable().optional(),
  }),
  /** Share of the sample that α sends to strong; absent in older ones. */
  shareOnSample: z.number().min(0).max(1).optional(),
  /** 95 % range of the share to expect on new traffic, and the share measured on held-out rows (null: none held out). */
  expectedShare: z.tuple([z.number(), z.number()]),
  heldOutShare: z.number().nullable(),
  /** 95 % range of α if the sample were drawn again. */
  thresholdRange: z.tuple([z.number(), z.number()]),
  sample: z.object({
    name: z.string(),
    rows: z.int().positive(),
    heldOut: z.int().nonnegative(),
    fingerprint: z.string(),
    meanTokens: z.number(),
  }),
  prices: z.object({
    /** Whose prices, from where and of when; absent in older ones. */
    strong: pricedModelSchema.optional(),
    weak: pricedModelSchema.optional(),
    /** One price for prompt and answer alike. */
    strongPerMillion: z.number().nonnegative(),
    weakPerMillion: z.number().nonnegative(),
    answerTokens: z.number().nonnegative(),
    promptsPerMonth: z.number().nonnegative(),
    /** Dollars a month expected at this α, and with every prompt at either model. */
    expectedMonthly: z.number().nonnegative(),
    /** What 19 of 20 months cost at least and at most; absent in older ones. */
    monthlyRange: z.tuple([z.number().nonnegative(), z.number().nonnegative()]).optional(),
    allStrongMonthly: z.number().nonnegative(),
    allWeakMonthly: z.number().nonnegative(),
  }),
  artifacts: z.object({ date: z.string(), seed: z.number(), schemaVersion: z.number() }),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
});
export type HandOver = z.infer<typeof handOverSchema>;

/** A calibration that was kept under a name. */
export const savedCalibrationSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Shown in place of the shipped sample's calibration for its router. */
  isDefault: z.boolean(),
  savedAt: z.string(),
  handOver: handOverSchema,
  /** Why it says nothing about the router as it is served now, in one sentence; such a one is not used as the default. */
  outdated: z.string().optional(),
});
export type SavedCalibration = z.infer<typeof savedCalibrationSchema>;
