import { forEveryRouter } from "@/lib/domain/for-every-router";
import { outcomeBins } from "@/lib/evaluation/outcome-bins";
import { selectQuestions } from "@/lib/evaluation/select-questions";
import { oncePerArtifacts } from "@/lib/runtime/once-per-artifacts";
import { readBenchmarkArtifact } from "@/lib/storage/read-benchmark-artifact";
import type { MeasuredBins } from "@/lib/view/shared/win-rate-parts";
import { getAlternatives } from "./alternatives";

/** Of the shipped routers, whatever is served. */
export const readShippedBins = oncePerArtifacts(async (directory) => {
  const mmlu = await readBenchmarkArtifact(directory, "mmlu");
  const { strong, weak, winRates } = selectQuestions(mmlu, { benchmark: "mmlu-audited", rows: "held-out" });
  return forEveryRouter((router) => outcomeBins({ winRates: winRates[router], strong, weak }));
});

/**
 * What each router's win rates stand for, on the audited MMLU: the one large set of outcomes of this pair, less the
 * questions that routers were trained on. None for a router in whose place another is asked.
 * @throws RoutingError `artifact_unusable`.
 */
export async function readWinRateBins(): Promise<MeasuredBins> {
  const [bins, alternatives] = await Promise.all([readShippedBins(), getAlternatives()]);
  return forEveryRouter((router) => (alternatives.has(router) ? [] : bins[router]));
}
