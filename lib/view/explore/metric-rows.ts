import { costPerPrompt, type MoneyModel } from "@/lib/calibration/money";
import { ROUTER_IDS, type RouterId } from "@/lib/domain/router-id";
import { shareForScore } from "@/lib/evaluation/curve-at";
import type { CurveMetrics } from "@/lib/evaluation/metrics";
import { performanceGapRecovered } from "@/lib/evaluation/performance-gap";
import { savingAgainstRandom, savingAgainstStrong } from "@/lib/evaluation/savings";
import type { BenchmarkAnalysis } from "./analysis";

/** One router in figures. The last three say what the selected quality takes; null where there is no such figure. */
export type MetricRow = CurveMetrics & {
  readonly router: RouterId;
  /** 95 % bootstrap interval of APGR over questions. */
  readonly apgrInterval: readonly [number, number];
  /** Smallest share of strong calls that reaches the selected quality. */
  readonly callsNeeded: number | null;
  /** How many times more strong calls random routing makes for the same expected quality. */
  readonly againstRandom: number | null;
  /** How many times cheaper than sending everything to the strong model; null too where a price is not known. */
  readonly againstStrong: number | null;
};

/**
 * @param score the selected quality, in the benchmark's own unit: all routers are compared at it.
 * @param intervals 95 % intervals of APGR, from the figures artifact.
 */
export function metricRows({
  analysis,
  intervals,
  score,
  money,
}: {
  readonly analysis: BenchmarkAnalysis;
  readonly intervals: Readonly<Record<RouterId, readonly [number, number]>>;
  readonly score: number;
  /** Null where a price is not known. */
  readonly money: MoneyModel | null;
}): readonly MetricRow[] {
  const { strong, weak, routers } = analysis;
  const recovered = performanceGapRecovered({ score, strong, weak });
  return ROUTER_IDS.map((router) => {
    const { curve, metrics } = routers[router];
    const callsNeeded = shareForScore(curve, score);
    const reachable = recovered !== null && recovered > 0 && recovered <= 1;
    return {
      ...metrics,
      router,
      apgrInterval: intervals[router],
      callsNeeded,
      againstRandom: reachable ? savingAgainstRandom({ recovered, strongShare: callsNeeded }) : null,
      againstStrong:
        money === null
          ? null
          : savingAgainstStrong({
              strongShare: callsNeeded,
              strongCost: costPerPrompt(money, 1),
              weakCost: costPerPrompt(money, 0),
            }),
    };
  });
}
