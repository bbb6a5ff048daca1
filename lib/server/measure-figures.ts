import "server-only";
import { BENCHMARK_IDS, type BenchmarkId } from "@/lib/domain/benchmark";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { bootstrapGapRecovered, percentileInterval } from "@/lib/evaluation/bootstrap-gap-recovered";
import { decileCurve } from "@/lib/evaluation/decile-curve";
import { fullCurve } from "@/lib/evaluation/full-curve";
import { curveMetrics } from "@/lib/evaluation/metrics";
import { rankQuestions } from "@/lib/evaluation/rank-questions";
import { selectQuestions } from "@/lib/evaluation/select-questions";
import { mean } from "@/lib/math/moments";
import { ARTIFACT_SCHEMA_VERSION } from "@/lib/schemas/artifact-version";
import { type FiguresArtifact, figuresArtifactSchema } from "@/lib/schemas/figures-artifact";
import type { BenchmarkArtifacts } from "./score-benchmarks";

const RESAMPLES = 1000;

/** Quality of every router on every benchmark, on rows that no router was trained on. */
export function measureFigures(options: { benchmarks: BenchmarkArtifacts; random: () => number }): FiguresArtifact {
  const { benchmarks, random } = options;
  const figuresOf = (benchmark: BenchmarkId) => {
    const artifact = benchmarks[benchmark === "mmlu-audited" ? "mmlu" : benchmark];
    const { ids, strong, weak, winRates } = selectQuestions(artifact, { benchmark, rows: "held-out" });
    const rankings = ROUTER_IDS.map((id) => rankQuestions({ strong, weak, winRates: winRates[id] }));
    const resampled = bootstrapGapRecovered({ rankings, resamples: RESAMPLES, random });
    const figures = ROUTER_IDS.map((id, index) => {
      const ranking = rankings[index];
      const interval = percentileInterval(resampled[index] ?? []);
      return ranking === undefined
        ? [id]
        : [
            id,
            {
              full: curveMetrics(fullCurve(ranking)),
              deciles: curveMetrics(decileCurve(ranking)),
              apgrInterval: interval,
            },
          ];
    });
    return { questions: ids.length, strong: mean(strong), weak: mean(weak), routers: Object.fromEntries(figures) };
  };
  return figuresArtifactSchema.parse({
    schemaVersion: ARTIFACT_SCHEMA_VERSION,
    bootstrapResamples: RESAMPLES,
    benchmarks: Object.fromEntries(BENCHMARK_IDS.map((id) => [id, figuresOf(id)])),
  });
}
