import { z } from "zod";
import { ROUTER_IDS } from "@/lib/domain/router-id";

const figures = z.array(z.number());

/**
 * What a router's threshold can be on one sample, for every target share 0, .001 … 1 (1,001 entries an array), so that a
 * slider needs no server. Calibrated on 80 % of the rows and checked on the other 20 %.
 */
const calibrationTableSchema = z.object({
  /** α for each target share, as a model name can say it (lib/calibration/calibrate). */
  thresholds: figures,
  /** Share of the calibration rows, and of the held-out rows (no entries if none are held out), that reach α. */
  shares: figures,
  heldOutShares: figures,
  /** 95 % range of the share to expect on another batch as large as the held-out part. */
  shareLow: figures,
  shareHigh: figures,
  /** 95 % range of α itself if the sample were drawn again. */
  thresholdLow: figures,
  thresholdHigh: figures,
  /** Mean input tokens, estimated, of all rows that α sends to strong; 0 where it sends none. */
  strongTokens: figures,
  /** … and of those it sends to weak. */
  weakTokens: figures,
  /** Counts of win rates in [0, .002), [.002, .004) … [.998, 1] over all rows. */
  histogram: z.array(z.int().nonnegative()).length(500),
});

/** Fit of the sample to what the routers were trained and measured on; see lib/calibration/drift. */
const sampleComparisonSchema = z.object({
  /** Benchmark, `training` or another sample's name. */
  with: z.string(),
  /** Population stability index of the win rates, less what chance alone explains (0 = same distribution). */
  stability: z.number().nonnegative(),
  /** Strong share of this sample, and of the other, at the other's α for half strong calls. */
  share: z.number(),
  otherShare: z.number(),
  level: z.enum(["same", "moderate", "different"]),
});

/** Everything that the page of a finished run shows. */
export const runResultSchema = z.object({
  run: z.string(),
  name: z.string(),
  rows: z.int().positive(),
  heldOut: z.int().nonnegative(),
  /** Mean input tokens of all rows, estimated. */
  meanTokens: z.number(),
  /** sha256 of all rows' prompts in their order. */
  fingerprint: z.string(),
  routers: z.partialRecord(
    z.enum(ROUTER_IDS),
    z.object({ table: calibrationTableSchema, comparisons: z.array(sampleComparisonSchema) }),
  ),
});
export type RunResult = z.infer<typeof runResultSchema>;
