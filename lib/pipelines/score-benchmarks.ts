import type { BenchmarkQuestion } from "@/lib/datasets/read-benchmark";
import type { ModelPair } from "@/lib/domain/model-pair";
import type { RouterId } from "@/lib/domain/router-id";
import { mean } from "@/lib/math/moments";
import { winRateColumns } from "@/lib/packing/win-rate-columns";
import type { Router } from "@/lib/routers/router";
import { ARTIFACT_SCHEMA_VERSION } from "@/lib/schemas/artifacts/artifact-version";
import type { BenchmarkArtifact } from "@/lib/schemas/artifacts/benchmark-artifact";
import type { LoadedData } from "./read-training-data";

/**
 * Commercial routers on MT-Bench (all 80 questions), published with the benchmark: the share of calls that went to GPT-4
 * as the source states it; the score is measured here from its judgements.
 */
const COMMERCIAL_ROUTERS = [
  { key: "unify", name: "Unify", strongShare: 0.45625 },
  { key: "martian", name: "Martian", strongShare: 0.5 },
] as const;

export type BenchmarkArtifacts = Readonly<Record<"mmlu" | "gsm8k" | "mt-bench", BenchmarkArtifact>>;

/** Every router on every question of every benchmark, beside what happened. */
export async function scoreBenchmarks(options: {
  benchmarks: LoadedData["benchmarks"];
  mtBenchTurns: LoadedData["mtBenchTurns"];
  trained: readonly number[];
  routers: ReadonlyMap<RouterId, Router>;
  pair: ModelPair;
}): Promise<BenchmarkArtifacts> {
  const { benchmarks, mtBenchTurns, trained, routers, pair } = options;
  const columns = async (questions: readonly BenchmarkQuestion[]) => {
    const categories = [...new Set(questions.map(({ category }) => category))].sort();
    return {
      schemaVersion: ARTIFACT_SCHEMA_VERSION,
      strongModel: pair.strong,
      weakModel: pair.weak,
      categories,
      ids: questions.map(({ id }) => id),
      category: questions.map(({ category }) => categories.indexOf(category)),
      strong: questions.map(({ strong }) => strong),
      weak: questions.map(({ weak }) => weak),
      winRates: await winRateColumns(
        routers,
        questions.map(({ prompt }) => prompt),
      ),
    } as const;
  };
  return {
    mmlu: { ...(await columns(benchmarks.mmlu)), benchmark: "mmlu", trained: [...trained], publishedPoints: [] },
    gsm8k: { ...(await columns(benchmarks.gsm8k)), benchmark: "gsm8k", trained: [], publishedPoints: [] },
    "mt-bench": {
      ...(await columns(benchmarks["mt-bench"])),
      benchmark: "mt-bench",
      trained: [],
      publishedPoints: COMMERCIAL_ROUTERS.flatMap(({ key, name, strongShare }) => {
        const turns = mtBenchTurns.get(key) ?? [];
        return turns.length === 0 ? [] : { name, strongShare, score: mean(turns) };
      }),
    },
  };
}
