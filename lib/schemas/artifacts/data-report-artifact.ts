import { z } from "zod";
import { ARTIFACT_SCHEMA_VERSION } from "./artifact-version";

const count = z.number().int().min(0);
const share = z.number().min(0).max(1);

/** One file of a data folder, counted. */
const fileReport = z.object({
  name: z.string(),
  path: z.string(),
  kind: z.enum(["battles", "golden", "benchmark"]),
  use: z.enum(["train", "evaluate", "train or evaluate"]),
  licence: z.string(),
  source: z.string(),
  rows: count,
  /** Distinct prompts. */
  prompts: count,
  models: z.array(z.string()),
  /** Rows by language; empty where the file does not say. */
  languages: z.record(z.string(), count),
  /**
   * Battles: models A and B as the file names them. Golden tables: every pair of models on every question, A being the
   * better one of the whole table. Benchmarks: A is the strong model, B the weak one.
   */
  labels: z.object({ a: count, b: count, tie: count }),
  /** Rows that the file itself marks as benchmark questions; in a benchmark, as contaminated. */
  flagged: count,
  /** Rows found beyond these to be copies of a benchmark question; null where nothing is trained on. */
  copies: count.nullable(),
  /** Rows that training takes. */
  rowsUsed: count,
});

/** A benchmark's similarity to what is trained on, in three steps. */
const similarityReport = z.object({
  benchmark: z.enum(["mt-bench", "mmlu", "gsm8k"]),
  /** Its questions that are neither contaminated nor trained on. */
  questions: count,
  /** To the battles alone; 0 if there are none. */
  battles: share,
  /** To the battles, the golden tables and this project's own prompts. */
  withTables: share,
  /** To all training data: also the sampled MMLU questions. */
  withBenchmarkRows: share,
  /** Shares of the questions whose nearest training prompt is of a source, largest first. */
  nearest: z.array(z.object({ source: z.string(), share })),
});

const dataReport = z.object({
  files: z.array(fileReport),
  /** Distinct prompts that the check found, by what gave them away, and the rows flagged by their source. */
  contamination: z.object({ flagged: count, textMatches: count, nearDuplicates: count, copies: z.array(z.string()) }),
  similarity: z.object({
    /** What it is measured with, in words; it decides the level. */
    representation: z.string(),
    benchmarks: z.array(similarityReport),
  }),
});

/** `public/artifacts/data-report.json`: what the routers were trained on, counted; no text. */
export const dataReportArtifactSchema = dataReport.extend({ schemaVersion: z.literal(ARTIFACT_SCHEMA_VERSION) });

export type DataReport = z.infer<typeof dataReport>;
export type FileReport = DataReport["files"][number];
export type SimilarityReport = DataReport["similarity"]["benchmarks"][number];
