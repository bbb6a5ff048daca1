import type { BenchmarkRecord } from "@/lib/domain/benchmark";
import type { ModelPair } from "@/lib/domain/model-pair";
import { RoutingError } from "@/lib/domain/routing-error";
import { mean } from "@/lib/math/moments";
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
  /** Parsed judge scores of its turns, by model or router name. */
  readonly turnScores: ReadonlyMap<string, readonly number[]>;
};

/** MT-Bench: routed on turn 1 alone; a question scores the mean of its turns (1–10; unparsed judgements left out). */
export async function readMtBench(path: string, pair: ModelPair): Promise<MtBenchQuestion[]> {
  const lines = await readJsonLines(path, mtBenchLineSchema);
  return lines.map((line) => {
    const turnScores = new Map(
      Object.entries(line.turn_scores).map(([model, turns]) => [model, turns.filter((score) => score >= 0)]),
    );
    const scored = (model: string) => scoreOf({ path, id: line.id, model, score: meanOf(turnScores.get(model) ?? []) });
    return {
      id: line.id,
      prompt: line.turns[0] ?? "",
      category: line.category,
      strong: scored(pair.strong),
      weak: scored(pair.weak),
      contaminated: line.contaminated,
      turnScores,
    };
  });
}

const meanOf = (scores: readonly number[]): number | undefined => (scores.length === 0 ? undefined : mean(scores));

function scoreOf(options: { path: string; id: string; model: string; score: number | undefined }): number {
  const { path, id, model, score } = options;
  if (score !== undefined && Number.isFinite(score)) return score;
  throw new RoutingError({
    code: "invalid_data",
    parameter: path,
    message: `${path}: question ${id} has no score for ${model}; both models of the pair must be scored on every question.`,
  });
}
