import { type OnBadRow, refuseBadRows } from "@/lib/datasets/prompts/bad-rows";
import type { BenchmarkRecord } from "@/lib/domain/benchmark";
import type { ModelPair } from "@/lib/domain/model-pair";
import { RoutingError } from "@/lib/domain/routing-error";
import { mean } from "@/lib/math/moments";
import { benchmarkLineSchema, mtBenchLineSchema } from "@/lib/schemas/files/data-lines";
import { readJsonLines } from "./read-json-lines";

/** A benchmark question with the text that a router sees. */
export type BenchmarkQuestion = BenchmarkRecord & { readonly prompt: string; readonly contaminated: boolean };

/** MMLU and GSM8K: one answer a question, 1 = correct. */
export async function readCorrectnessBenchmark(
  path: string,
  pair: ModelPair,
  onBadRow = refuseBadRows,
): Promise<BenchmarkQuestion[]> {
  const lines = await readJsonLines(path, benchmarkLineSchema, onBadRow);
  return lines.flatMap((line) => {
    const scores = pairScores({ path, id: line.id, pair, onBadRow, scoreOf: (model) => line.scores[model] });
    if (scores === undefined) return [];
    return { id: line.id, prompt: line.prompt, category: line.category, ...scores, contaminated: line.contaminated };
  });
}

/** MT-Bench as read: the pair's question scores, and every other model's beside them. */
export type MtBenchQuestion = BenchmarkQuestion & {
  /** Parsed judge scores of its turns, by model or router name. */
  readonly turnScores: ReadonlyMap<string, readonly number[]>;
};

/** MT-Bench: routed on turn 1 alone; a question scores the mean of its turns (1–10; unparsed judgements left out). */
export async function readMtBench(path: string, pair: ModelPair, onBadRow = refuseBadRows): Promise<MtBenchQuestion[]> {
  const lines = await readJsonLines(path, mtBenchLineSchema, onBadRow);
  return lines.flatMap((line) => {
    const turnScores = new Map(
      Object.entries(line.turn_scores).map(([model, turns]) => [model, turns.filter((score) => score >= 0)]),
    );
    const scoreOf = (model: string) => meanOf(turnScores.get(model) ?? []);
    const scores = pairScores({ path, id: line.id, pair, onBadRow, scoreOf });
    if (scores === undefined) return [];
    return {
      id: line.id,
      prompt: line.turns[0] ?? "",
      category: line.category,
      ...scores,
      contaminated: line.contaminated,
      turnScores,
    };
  });
}

const meanOf = (scores: readonly number[]): number | undefined => (scores.length === 0 ? undefined : mean(scores));

/** Both models' scores on one question; undefined if one has none and `onBadRow` lets that pass. */
function pairScores(options: {
  path: string;
  id: string;
  pair: ModelPair;
  onBadRow: OnBadRow;
  scoreOf: (model: string) => number | undefined;
}): { strong: number; weak: number } | undefined {
  const { path, id, pair, onBadRow } = options;
  const [strong, weak] = [options.scoreOf(pair.strong), options.scoreOf(pair.weak)];
  if (strong !== undefined && weak !== undefined) return { strong, weak };
  const model = strong === undefined ? pair.strong : pair.weak;
  const message = `${path}: question ${id} has no score for ${model}; both models of the pair must be scored on every question.`;
  onBadRow(new RoutingError({ code: "invalid_data", parameter: path, message }));
  return undefined;
}
