import { type CalibratedOn, calibratedOnInWords, type ModelOffer } from "@/lib/calibration/model-offer";
import { type MoneyModel, monthlyCost } from "@/lib/calibration/money";
import { VIEW_INFO } from "@/lib/domain/benchmark";
import { ROUTER_IDS, type RouterId } from "@/lib/domain/router-id";
import type { Assumptions } from "@/lib/view/shared/assumptions";
import { type CsvCell, toCsv } from "@/lib/view/shared/csv";
import type { PairPrices } from "@/lib/view/shared/pair-prices";
import type { BenchmarkAnalysis } from "./analysis";
import type { MetricRow } from "./metric-rows";
import type { SelectedPoint } from "./selected-point";

/** Six decimals hold every figure to well below what one question changes. */
const figure = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(6)));

/** Every point of every router's curve: one row a threshold, from no strong call to all. */
export function curveCsv({ table, routers }: BenchmarkAnalysis): string {
  const rows = ROUTER_IDS.flatMap((router) => {
    const { thresholds, strongShares, scores } = routers[router].curve;
    return Array.from(thresholds, (threshold, index): CsvCell[] => [
      table.benchmark,
      router,
      figure(threshold),
      figure(strongShares[index] ?? null),
      figure(scores[index] ?? null),
    ]);
  });
  return toCsv(["benchmark", "router", "threshold", "strong_share", "score"], rows);
}

/** The metrics table as it stands, with the quality that its savings are for. */
export function metricsCsv(
  rows: readonly MetricRow[],
  { benchmark, score }: { benchmark: string; score: number },
): string {
  const header = [
    ...["benchmark", "router", "auc", "apgr", "apgr_low_95", "apgr_high_95", "cpt20", "cpt50", "cpt80"],
    ...["at_score", "strong_share_needed", "times_fewer_calls_than_random", "times_cheaper_than_always_strong"],
  ];
  const cells = rows.map((row): CsvCell[] => [
    benchmark,
    row.router,
    ...[row.auc, row.apgr, ...row.apgrInterval, row.cpt20, row.cpt50, row.cpt80].map(figure),
    ...[score, row.callsNeeded, row.againstRandom, row.againstStrong].map(figure),
  ]);
  return toCsv(header, cells);
}

/** The selected point as name, value and unit: a note to hand to somebody. */
export function pointCsv({
  analysis,
  router,
  point,
  money,
  calibratedOn,
  offer,
}: {
  readonly analysis: BenchmarkAnalysis;
  readonly router: RouterId;
  readonly point: SelectedPoint;
  readonly money: { readonly prices: PairPrices; readonly assumptions: Assumptions; readonly model: MoneyModel | null };
  readonly calibratedOn: CalibratedOn;
  readonly offer: ModelOffer;
}): string {
  const { table } = analysis;
  const { prices, assumptions, model } = money;
  const dollars = (share: number) => (model === null ? "no price known" : figure(monthlyCost(model, share)));
  const unit = VIEW_INFO[table.benchmark].unit;
  return toCsv(
    ["name", "value", "unit"],
    [
      ["benchmark", table.benchmark, ""],
      ["questions", table.questions, ""],
      ["strong model", table.strongModel, ""],
      ["weak model", table.weakModel, ""],
      ["router", router, ""],
      ["model name", offer.name ?? "none", ""],
      ["calibrated on", calibratedOnInWords(calibratedOn), ""],
      ...(offer.name === null ? [["strong share of chat prompts", figure(offer.chatShare), "share"]] : []),
      ["target strong share", figure(point.targetShare), "share"],
      ["threshold", figure(point.threshold), "win rate"],
      ["strong share", figure(point.strongShare), "share"],
      ["score", figure(point.score), unit],
      ["performance gap recovered", figure(point.recovered), "share"],
      ...(["strong", "weak"] as const).flatMap((side): CsvCell[][] => {
        const { price, source } = prices[side];
        return [
          [`price of the ${side} model, prompt`, price?.inputPerMillion ?? null, "USD per million tokens"],
          [`price of the ${side} model, answer`, price?.outputPerMillion ?? null, "USD per million tokens"],
          [`price of the ${side} model, source`, source, ""],
        ];
      }),
      ["mean prompt", assumptions.promptTokens, "tokens"],
      ["mean answer", assumptions.answerTokens, "tokens"],
      ["prompts per month", assumptions.promptsPerMonth, ""],
      ["cost per month", dollars(point.strongShare), "USD"],
      ["cost per month, always strong", dollars(1), "USD"],
    ],
  );
}
