import type { BenchmarkId } from "@/lib/domain/benchmark";
import { type BenchmarkArtifact, benchmarkArtifactSchema } from "@/lib/schemas/artifacts/benchmark-artifact";
import { readArtifact } from "./read-artifact";

/** The file that holds a benchmark; `mmlu-audited` is a choice of MMLU's questions, not a file of its own. */
function benchmarkArtifactPath(benchmark: BenchmarkId): string {
  return `benchmarks/${benchmark === "mmlu-audited" ? "mmlu" : benchmark}.json`;
}

/** @throws RoutingError `artifact_unusable`. */
export function readBenchmarkArtifact(directory: string, benchmark: BenchmarkId): Promise<BenchmarkArtifact> {
  return readArtifact({ directory, path: benchmarkArtifactPath(benchmark), schema: benchmarkArtifactSchema });
}
