import type { BenchmarkId } from "@/lib/domain/benchmark";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import { ROUTER_IDS, type RouterId } from "@/lib/domain/router-id";
import { type Curve, endScores } from "@/lib/evaluation/curve";
import { fullCurve } from "@/lib/evaluation/full-curve";
import { type CurveMetrics, curveMetrics } from "@/lib/evaluation/metrics";
import { oracleCurve } from "@/lib/evaluation/oracle-curve";
import { randomBand, randomGapRecoveredInterval } from "@/lib/evaluation/random-band";
import { rankQuestions } from "@/lib/evaluation/rank-questions";
import { quantileOfSorted } from "@/lib/math/quantile";
import { axisTicks } from "@/lib/view/shared/axis-ticks";
import { type WinRateHistogram, winRateHistogram } from "@/lib/view/shared/win-rate-histogram";
import { type CategorySums, categorySums } from "./category-rows";
import { type ChartRow, chartRows, gridShares } from "./chart-rows";
import type { PairContext } from "./pair-context";
import { type BenchmarkFile, type QuestionTable, questionTable } from "./question-table";

/** Everything about one router on one benchmark that no slider changes. */
type RouterAnalysis = {
  readonly curve: Curve;
  readonly metrics: CurveMetrics;
  /** (n) win rates, ascending: the sample that α is calibrated on. */
  readonly sortedWinRates: Float64Array;
  readonly sums: CategorySums;
  readonly histogram: WinRateHistogram;
  /** Lower and upper quartile of the win rates. */
  readonly quartiles: readonly [number, number];
};

/** Everything about one benchmark that no slider changes: computed once, read by every frame of dragging. */
export type BenchmarkAnalysis = {
  readonly table: QuestionTable;
  /** Where it is not the pair that the routers were trained for. */
  readonly pair: PairContext | null;
  /** Mean score of each model alone. */
  readonly strong: number;
  readonly weak: number;
  readonly routers: Readonly<Record<RouterId, RouterAnalysis>>;
  /** The APGR that 95 % of single random runs get, around .5; null if the two models score the same. */
  readonly randomRange: readonly [number, number] | null;
  readonly rows: readonly ChartRow[];
  /** The scores that the chart shows, a little wider than what is drawn. */
  readonly domain: { readonly minimum: number; readonly maximum: number };
  readonly ticks: readonly number[];
};

const MARGIN = 0.09;

/** @throws RoutingError if the file is another benchmark's or holds no question to measure on. */
export const analyseBenchmark = (file: BenchmarkFile, benchmark: BenchmarkId): BenchmarkAnalysis =>
  analyseTable(questionTable(file, benchmark));

/** The analysis of any table of questions; `pair` is for whoever knows of one to add. */
export function analyseTable(table: QuestionTable): BenchmarkAnalysis {
  const rankings = forEveryRouter((router) =>
    rankQuestions({ winRates: table.winRates[router], strong: table.strong, weak: table.weak }),
  );
  const routers = forEveryRouter((router): RouterAnalysis => {
    const curve = fullCurve(rankings[router]);
    const sortedWinRates = table.winRates[router].toSorted();
    return {
      curve,
      metrics: curveMetrics(curve),
      sortedWinRates,
      sums: categorySums(table, router),
      histogram: winRateHistogram(sortedWinRates),
      quartiles: [quantileOfSorted(sortedWinRates, 0.25), quantileOfSorted(sortedWinRates, 0.75)],
    };
  });
  const rows = chartRows({
    curves: forEveryRouter((router) => routers[router].curve),
    oracle: oracleCurve({ strong: table.strong, weak: table.weak }),
    random: randomBand(rankings.random, gridShares(table.questions)),
  });
  const ends = endScores(routers.random.curve);
  const randomRange = randomGapRecoveredInterval(rankings.random);
  return { table, pair: null, ...ends, routers, randomRange, rows, ...scoreAxis(rows, ends) };
}

/**
 * The chart's range of scores: all that a router reaches, a little wider. The oracle, far above every router, is cut off
 * at the top: it would take a third of the chart's height for the one thing that nobody can have.
 */
function scoreAxis(rows: readonly ChartRow[], ends: { readonly strong: number; readonly weak: number }) {
  const drawn = rows.flatMap((row) => [...ROUTER_IDS.map((router) => row[router]), ...row.band]);
  const low = Math.min(...drawn, ends.weak, ends.strong);
  const high = Math.max(...drawn, ends.weak, ends.strong);
  const domain = { minimum: low - (high - low) * MARGIN, maximum: high + (high - low) * MARGIN };
  return { domain, ticks: axisTicks(domain) };
}
