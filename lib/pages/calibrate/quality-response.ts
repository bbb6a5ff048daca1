import { isRouterId, type RouterId } from "@/lib/domain/router-id";
import { type GapRecoveredBand, gapRecoveredBand } from "@/lib/evaluation/gap-recovered-band";
import { rankQuestions } from "@/lib/evaluation/rank-questions";
import { selectQuestions } from "@/lib/evaluation/select-questions";
import { failedResponse } from "@/lib/http/failed-response";
import { quantile } from "@/lib/math/quantile";
import { createRandom } from "@/lib/math/seeded-random";
import { oncePerArtifacts } from "@/lib/runtime/once-per-artifacts";
import { GET_BENCHMARK } from "@/lib/runtime/served-artifacts";
import type { BenchmarkArtifact } from "@/lib/schemas/artifacts/benchmark-artifact";

const BENCHMARKS = ["mmlu", "gsm8k", "mt-bench"] as const;
const RESAMPLES = 200;
const SEED = 2024;

/** See lib/schemas/web/quality-answer. */
type BenchmarkQuality = Readonly<
  Record<string, { readonly band: GapRecoveredBand; readonly winRates: readonly number[] }>
>;

/** What was read, and what was measured on it, once a router. */
const files = oncePerArtifacts(async () => ({
  artifacts: await Promise.all(BENCHMARKS.map((benchmark) => GET_BENCHMARK[benchmark]())),
  measured: new Map<RouterId, BenchmarkQuality>(),
}));

/** How much of the gap a router keeps on each benchmark, on questions that it was not trained on. */
export async function benchmarkQualityResponse(router: string): Promise<Response> {
  if (!isRouterId(router)) return failedResponse("not_found", "There is no such router.");
  const { artifacts, measured } = await files();
  const quality = measured.get(router) ?? measure(artifacts, router);
  measured.set(router, quality);
  return Response.json(quality, { headers: { "Cache-Control": "no-cache" } });
}

function measure(artifacts: readonly BenchmarkArtifact[], router: RouterId): BenchmarkQuality {
  const entries = artifacts.flatMap((artifact) => {
    const { benchmark } = artifact;
    const { strong, weak, winRates } = selectQuestions(artifact, { benchmark, rows: "held-out" });
    const ranked = rankQuestions({ strong, weak, winRates: winRates[router] });
    const band = gapRecoveredBand({ ranked, resamples: RESAMPLES, random: createRandom(SEED) });
    if (band === null) return [];
    return [
      [benchmark, { band, winRates: band.strongShares.map((share) => quantile(winRates[router], share)) }] as const,
    ];
  });
  return Object.fromEntries(entries);
}
