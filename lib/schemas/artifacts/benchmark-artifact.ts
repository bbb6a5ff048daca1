import { z } from "zod";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { ARTIFACT_SCHEMA_VERSION } from "./artifact-version";

const winRates = z.array(z.number().min(0).max(1));

/**
 * `public/artifacts/benchmarks/<mmlu|gsm8k|mt-bench>.json`: what every router says of every question that is not
 * contaminated, beside what happened. Columns of equal length n, one entry a question; no question text.
 * `mmlu-audited` reads `mmlu.json` and leaves out one category.
 */
export const benchmarkArtifactSchema = z
  .object({
    schemaVersion: z.literal(ARTIFACT_SCHEMA_VERSION),
    benchmark: z.enum(["mmlu", "gsm8k", "mt-bench"]),
    strongModel: z.string(),
    weakModel: z.string(),
    categories: z.array(z.string()),
    /** (n) question ids. */
    ids: z.array(z.string()),
    /** (n) index into `categories`. */
    category: z.array(z.number().int().min(0)),
    /** (n) the strong model's score in the benchmark's own unit. */
    strong: z.array(z.number()),
    /** (n) the weak model's score. */
    weak: z.array(z.number()),
    /** Indices of the questions whose outcomes (or whose copies') were used in training: left out of every figure. */
    trained: z.array(z.number().int().min(0)),
    /** (n) each. */
    winRates: z.record(z.enum(ROUTER_IDS), winRates),
    /** Routers published by others on this benchmark, as one (share, score) point each. */
    publishedPoints: z.array(z.object({ name: z.string(), strongShare: z.number(), score: z.number() })),
  })
  .refine(
    (artifact) =>
      [artifact.category, artifact.strong, artifact.weak, ...Object.values(artifact.winRates)].every(
        (column) => column.length === artifact.ids.length,
      ),
    { error: "all columns must have as many entries as ids" },
  );

export type BenchmarkArtifact = z.infer<typeof benchmarkArtifactSchema>;
