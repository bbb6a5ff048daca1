import { BENCHMARK_IDS, type BenchmarkId } from "@/lib/domain/benchmark";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { decileCurve } from "@/lib/evaluation/decile-curve";
import { fullCurve } from "@/lib/evaluation/full-curve";
import { BOOTSTRAP_RESAMPLES, gapRecoveredIntervals } from "@/lib/evaluation/gap-recovered-intervals";
import { curveMetrics } from "@/lib/evaluation/metrics";
import { rankQuestions } from "@/lib/evaluation/rank-questions";
import { selectQuestions } from "@/lib/evaluation/select-questions";
import { mean } from "@/lib/math/moments";
import { ARTIFACT_SCHEMA_VERSION } from "@/lib/schemas/artifacts/artifact-version";
import { type FiguresArtifact, figuresArtifactSchema } from "@/lib/schemas/artifacts/figures-artifact";
import type { BenchmarkArtifacts } from "./score-benchmarks";

/** Quality of every router on every benchmark, on rows that no router was trained on. */
export function measureFigures(benchmarks: BenchmarkArtifacts): FiguresArtifact {
  const figuresOf = (benchmark: BenchmarkId) => {
    const artifact = benchmarks[benchmark === "mmlu-audited" ? "mmlu" : benchmark];
    const { ids, strong, weak, winRates } = selectQuestions(artifact, { benchmark, rows: "held-out" });
    const rankings = ROUTER_IDS.map((id) => rankQuestions({ strong, weak, winRates: winRates[id] }));
    const intervals = gapRecoveredIntervals(rankings);
    const figures = rankings.map((ranking, index) => ({
      full: curveMetrics(fullCurve(ranking)),
      deciles: curveMetrics(decileCurve(ranking)),
      apgrInterval: intervals[index],
    }));
    return {
      questions: ids.length,
      strong: mean(strong),
      weak: mean(weak),
      routers: Object.fromEntries(ROUTER_IDS.map((id, index) => [id, figures[index]])),
    };
  };
  return figuresArtifactSchema.parse({
    schemaVersion: ARTIFACT_SCHEMA_VERSION,
    bootstrapResamples: BOOTSTRAP_RESAMPLES,
    benchmarks: Object.fromEntries(BENCHMARK_IDS.map((id) => [id, figuresOf(id)])),
  });
}
