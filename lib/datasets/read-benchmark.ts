import type { BenchmarkRecord } from "@/lib/domain/benchmark";
import type { ModelPair } from "@/lib/domain/model-pair";
import { RoutingError } from "@/lib/domain/routing-error";
import { benchmarkLineSchema, mtBenchLineSchema } from "@/lib/schemas/data-lines";
import { readJsonLines } from "./read-json-lines";

/** A benchmark question with the text that a router sees. */
export type BenchmarkQuestion = BenchmarkRecord & { readonly prompt: string; readonly contaminated: boolean };

/** MMLU and GSM8K: one answer a question, 1 = correct. */
export async function readCorrectnessBenchmark(path: string, pair: ModelPair): Promise<BenchmarkQuestion[]> {
  const lines = await readJsonLines(path, benchmarkLineSchema);
  return lines.map((line) => ({
    id: line.id,
    prompt: line.prompt,
    category: line.category,
    strong: scoreOf({ path, id: line.id, model: pair.strong, score: line.scores[pair.strong] }),
    weak: scoreOf({ path, id: line.id, model: pair.weak, score: line.scores[pair.weak] }),
    contaminated: line.contaminated,
  }));
}

/** MT-Bench as read: the pair's question scores, and every other model's beside them. */
export type MtBenchQuestion = BenchmarkQuestion & {
  readonly questionId: number;
  /** Mean judge score over the parsed turns, by model or router name. */
  readonly scores: ReadonlyMap<string, number>;
};

/** MT-Bench: routed on turn 1 alone; a question scores the mean of its turns (1–10; unparsed judgements left out). */
export async function readMtBench(path: string, pair: ModelPair): Promise<MtBenchQuestion[]> {
  const lines = await readJsonLines(path, mtBenchLineSchema);
  return lines.map((line) => {
    const scores = new Map(Object.entries(line.turn_scores).map(([model, turns]) => [model, meanOfParsed(turns)]));
    return {
      id: line.id,
      questionId: line.question_id,
      prompt: line.turns[0] ?? "",
      category: line.category,
      strong: scoreOf({ path, id: line.id, model: pair.strong, score: scores.get(pair.strong) }),
      weak: scoreOf({ path, id: line.id, model: pair.weak, score: scores.get(pair.weak) }),
      contaminated: line.contaminated,
      scores,
    };
  });
}

function meanOfParsed(turns: readonly number[]): number {
  const parsed = turns.filter((score) => score >= 0);
  return parsed.length === 0 ? Number.NaN : parsed.reduce((sum, score) => sum + score, 0) / parsed.length;
}

function scoreOf(options: { path: string; id: string; model: string; score: number | undefined }): number {
  const { path, id, model, score } = options;
  if (score !== undefined && Number.isFinite(score)) return score;
  throw new RoutingError({
    code: "invalid_data",
    parameter: path,
    message: `${path}: question ${id} has no score for ${model}; both models of the pair must be scored on every question.`,
  });
}
