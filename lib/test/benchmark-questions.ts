import { z } from "zod";
import type { BenchmarkRecord } from "@/lib/domain/benchmark";
import { PAPER_PAIR } from "@/lib/domain/model-pair";
import { readRows } from "./shared-data";

/** A question with its text, which only tests and training see. */
export type BenchmarkQuestion = BenchmarkRecord & { readonly prompt: string; readonly contaminated: boolean };

const base = { id: z.string(), category: z.string(), contaminated: z.boolean() };
const oneTurn = z.object({ ...base, prompt: z.string(), scores: z.record(z.string(), z.number()) });
const twoTurns = z.object({
  ...base,
  turns: z.array(z.string()).min(1),
  turn_scores: z.record(z.string(), z.array(z.number().nullable())),
});

/** All questions of a benchmark in the data folder, contaminated ones marked. MT-Bench: first turn, mean of the scores. */
export function readBenchmarkQuestions(directory: string, name: "mmlu" | "gsm8k" | "mt-bench"): BenchmarkQuestion[] {
  return readRows(directory, `benchmarks/${name}.jsonl.gz`).map((row) => {
    if (name !== "mt-bench") {
      const { scores, ...question } = oneTurn.parse(row);
      return { ...question, strong: scores[PAPER_PAIR.strong] ?? NaN, weak: scores[PAPER_PAIR.weak] ?? NaN };
    }
    const { turns, turn_scores: scores, ...question } = twoTurns.parse(row);
    return {
      ...question,
      prompt: turns[0] ?? "",
      strong: mean(scores[PAPER_PAIR.strong]),
      weak: mean(scores[PAPER_PAIR.weak]),
    };
  });
}

function mean(scores: readonly (number | null)[] = []): number {
  return scores.reduce<number>((sum, score) => sum + (score ?? NaN), 0) / scores.length;
}
