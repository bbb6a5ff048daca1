import { isBenchmarkId, type ViewId } from "@/lib/domain/benchmark";
import type { ModelPair } from "@/lib/domain/model-pair";
import { isPairTableId } from "@/lib/domain/pair-table";
import { analyseBenchmark, type BenchmarkAnalysis } from "@/lib/view/explore/analysis";
import { fetchBenchmark } from "./fetch-benchmark";

/** Fetches what a view needs and analyses it. What pairs take comes in a chunk of its own, with the first of them. */
export async function loadAnalysis(view: ViewId, pair: ModelPair | null): Promise<BenchmarkAnalysis> {
  if (pair === null && isBenchmarkId(view)) return analyseBenchmark(await fetchBenchmark(view), view);
  if (pair === null || !isPairTableId(view)) throw new Error(`${view} has outcomes of one pair of models alone.`);
  const [{ analysePair }, { fetchPairTable }] = await Promise.all([
    import("@/lib/view/explore/pair-analysis"),
    import("./fetch-pair-table"),
  ]);
  return analysePair(await fetchPairTable(view), pair);
}
