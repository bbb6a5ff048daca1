import { z } from "zod";

const flags = z.array(z.string()).optional();
/** A share of correct answers. */
const score = z.number().min(0).max(1);

/** One line of `battles/*.jsonl`: two models, one prompt, who won. */
export const battleLineSchema = z.object({
  id: z.string(),
  prompt: z.string(),
  model_a: z.string(),
  model_b: z.string(),
  winner: z.enum(["model_a", "model_b", "tie", "tie (bothbad)"]),
  language: z.string().optional(),
  category: z.string().optional(),
  in_benchmark: flags,
});

/** One line of `golden/*.jsonl`: one question, and how well each model answered it (a share in [0, 1]). */
export const goldenLineSchema = z.object({
  id: z.string(),
  prompt: z.string(),
  category: z.string(),
  scores: z.record(z.string(), score.nullable()),
  in_benchmark: flags,
});

/** One line of `benchmarks/{mmlu,gsm8k}.jsonl`. */
export const benchmarkLineSchema = z.object({
  id: z.string(),
  prompt: z.string(),
  category: z.string(),
  scores: z.record(z.string(), score),
  contaminated: z.boolean(),
});

/** One line of `benchmarks/mt-bench.jsonl`: two turns; −1 where the judgement could not be parsed. */
export const mtBenchLineSchema = z.object({
  id: z.string(),
  question_id: z.number().int(),
  category: z.string(),
  turns: z.array(z.string()).min(1),
  turn_scores: z.record(z.string(), z.array(z.number()).min(1)),
  contaminated: z.boolean(),
});

/** A row of the Arena-55k CSV: `prompt` is a JSON list of user turns. */
export const arenaRowSchema = z.object({
  id: z.string(),
  model_a: z.string(),
  model_b: z.string(),
  prompt: z.string(),
  winner_model_a: z.enum(["0", "1"]),
  winner_model_b: z.enum(["0", "1"]),
  winner_tie: z.enum(["0", "1"]),
});

/** A path inside a repository, whose last part becomes a file name: nothing hidden, nothing that leads out. */
const repositoryPath = z.string().regex(/^(?:\w[\w.-]*\/)*\w[\w.-]*$/);

/** Public files at one commit: path in the repository → SHA-256, in lower-case hexadecimal. */
const rawFilesSchema = z.object({
  repository: z.string().regex(/^\w[\w.-]*\/\w[\w.-]*$/),
  commit: z.string().regex(/^[0-9a-f]{40}$/),
  files: z.record(repositoryPath, z.string().regex(/^[0-9a-f]{64}$/)),
});

export type RawFiles = z.infer<typeof rawFilesSchema>;

/** The data folder's `MANIFEST.json`: what each file is, where it comes from, and what it may be used for. */
export const dataManifestSchema = z.object({
  strong: z.string(),
  weak: z.string(),
  files: z.array(
    z.object({
      path: z.string(),
      rows: z.number().int(),
      licence: z.string(),
      source: z.string(),
      use: z.enum(["train", "evaluate", "train or evaluate"]),
      /** Benchmarks: the public files that the questions came from. */
      raw: rawFilesSchema.optional(),
    }),
  ),
});
