import { readWinRates } from "@/lib/datasets/read-win-rates";
import type { BenchmarkId } from "@/lib/domain/benchmark";
import type { CurvePoint } from "@/lib/domain/curve-point";
import type { RouterId } from "@/lib/domain/router-id";
import { curvePoints, endScores } from "@/lib/evaluation/curve";
import { scoreAtShare } from "@/lib/evaluation/curve-at";
import { decileCurve } from "@/lib/evaluation/decile-curve";
import { fullCurve } from "@/lib/evaluation/full-curve";
import { type CurveMetrics, curveMetrics } from "@/lib/evaluation/metrics";
import { oracleCurve } from "@/lib/evaluation/oracle-curve";
import { type RankedQuestions, rankQuestions } from "@/lib/evaluation/rank-questions";
import { selectQuestions } from "@/lib/evaluation/select-questions";
import { readBenchmarkArtifact } from "@/lib/storage/read-benchmark-artifact";

/** The id under which somebody else's router is reported. */
const CUSTOM_ROUTER = "custom";

/** `deciles`: the thresholds of the public implementation; `full`: every distinct win rate. */
export const CURVE_KINDS = ["deciles", "full"] as const;
export type CurveKind = (typeof CURVE_KINDS)[number];

/** What `evaluate --json` prints. */
type EvaluationReport = {
  readonly benchmark: BenchmarkId;
  readonly questions: number;
  readonly strong: number;
  readonly weak: number;
  /** The oracle at 0, 10 … 100 % strong calls. */
  readonly optimal: readonly { readonly strongShare: number; readonly score: number }[];
  readonly routers: Readonly<Record<string, { readonly points: readonly CurvePoint[] } & CurveMetrics>>;
};

export type BenchmarkEvaluation = {
  readonly report: EvaluationReport;
  /** The router ids of the report, and its questions in each one's order, for further figures. */
  readonly rankings: ReadonlyMap<string, RankedQuestions>;
  /** How many of the questions the learned routers were trained on; 0 unless all rows were asked for. */
  readonly trained: number;
};

/**
 * Routers on a benchmark, from the shipped win rates. With a file of somebody else's win rates the whole benchmark counts,
 * for that router has seen none of it; without one, the rows used in training are left out.
 *
 * @throws RoutingError on an unusable artifact or file.
 */
export async function evaluateBenchmark({
  artifactsDirectory,
  benchmark,
  routers,
  curve,
  winRatesPath,
}: {
  readonly artifactsDirectory: string;
  readonly benchmark: BenchmarkId;
  readonly routers: readonly RouterId[];
  readonly curve: CurveKind;
  readonly winRatesPath?: string;
}): Promise<BenchmarkEvaluation> {
  const artifact = await readBenchmarkArtifact(artifactsDirectory, benchmark);
  const rows = winRatesPath === undefined ? "held-out" : "all";
  const questions = selectQuestions(artifact, { benchmark, rows });
  const { ids, strong, weak } = questions;

  const rankings = new Map<string, RankedQuestions>();
  for (const router of routers) {
    rankings.set(router, rankQuestions({ strong, weak, winRates: questions.winRates[router] }));
  }
  if (winRatesPath !== undefined) {
    const custom = await readWinRates({ path: winRatesPath, known: artifact.ids, required: ids });
    const winRates = ids.map((id) => custom.get(id) ?? Number.NaN);
    rankings.set(CUSTOM_ROUTER, rankQuestions({ strong, weak, winRates }));
  }

  const measure = curve === "full" ? fullCurve : decileCurve;
  const curves = [...rankings].map(([id, ranking]) => [id, measure(ranking)] as const);
  const ends = endScores(fullCurve(rankQuestions({ strong, weak, winRates: strong.map(() => 0) })));
  const oracle = oracleCurve({ strong, weak });
  return {
    report: {
      benchmark,
      questions: ids.length,
      ...ends,
      optimal: Array.from({ length: 11 }, (_, tenth) => {
        const strongShare = tenth / 10;
        return { strongShare, score: scoreAtShare(oracle, strongShare) };
      }),
      routers: Object.fromEntries(
        curves.map(([id, measured]) => [id, { points: curvePoints(measured), ...curveMetrics(measured) }]),
      ),
    },
    rankings,
    trained: questions.trained.length,
  };
}
