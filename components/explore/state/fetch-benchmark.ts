import { BENCHMARK_INFO, type BenchmarkId } from "@/lib/domain/benchmark";
import { RoutingError } from "@/lib/domain/routing-error";
import type { BenchmarkArtifact } from "@/lib/schemas/artifacts/benchmark-artifact";
import { type ArtifactBenchmark, artifactOf } from "@/lib/view/explore/question-table";

/** Files that arrived whole; a failed one is forgotten, so that trying again asks the server anew. */
const files = new Map<ArtifactBenchmark, Promise<BenchmarkArtifact>>();

async function fetchFile(name: ArtifactBenchmark): Promise<BenchmarkArtifact> {
  const [response, { benchmarkArtifactSchema }] = await Promise.all([
    fetch(`/benchmarks/${name}`),
    // The schema's library comes with it, in a chunk of its own that nothing else on the page waits for.
    import("@/lib/schemas/artifacts/benchmark-artifact"),
  ]);
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return benchmarkArtifactSchema.parse(await response.json());
}

/**
 * A benchmark's file, fetched and checked once.
 * @throws RoutingError `artifact_unusable`, in words for the page.
 */
export async function fetchBenchmark(benchmark: BenchmarkId): Promise<BenchmarkArtifact> {
  const name = artifactOf(benchmark);
  const file = files.get(name) ?? fetchFile(name);
  files.set(name, file);
  try {
    return await file;
  } catch (error) {
    files.delete(name);
    const reason = error instanceof Error && error.name === "Error" ? ` ${error.message}` : "";
    throw new RoutingError({
      code: "artifact_unusable",
      parameter: `benchmarks/${name}.json`,
      message: `The outcomes of ${BENCHMARK_INFO[benchmark].label} could not be read.${reason} Check the connection to the server and try again.`,
    });
  }
}
