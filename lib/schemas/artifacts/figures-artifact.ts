import { z } from "zod";
import { BENCHMARK_IDS } from "@/lib/domain/benchmark";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { ARTIFACT_SCHEMA_VERSION } from "./artifact-version";

/** APGR and CPT are shares in [0, 1]; `auc` is in the benchmark's own unit. A CPT no point reaches is null. */
const metrics = z.object({
  auc: z.number(),
  apgr: z.number(),
  cpt20: z.number().nullable(),
  cpt50: z.number().nullable(),
  cpt80: z.number().nullable(),
});

const routerFigures = z.object({
  /** On the full curve (every distinct win rate is a threshold). */
  full: metrics,
  /** On the 11 decile thresholds of the public implementation. */
  deciles: metrics,
  /** 95 % bootstrap interval over questions of the full curve's APGR. */
  apgrInterval: z.tuple([z.number(), z.number()]),
});

const benchmarkFigures = z.object({
  questions: z.number().int(),
  strong: z.number(),
  weak: z.number(),
  routers: z.record(z.enum(ROUTER_IDS), routerFigures),
});

/** `public/artifacts/figures.json`: the measured quality of every router on rows no router has seen. */
export const figuresArtifactSchema = z.object({
  schemaVersion: z.literal(ARTIFACT_SCHEMA_VERSION),
  bootstrapResamples: z.number().int(),
  benchmarks: z.record(z.enum(BENCHMARK_IDS), benchmarkFigures),
});

export type FiguresArtifact = z.infer<typeof figuresArtifactSchema>;
