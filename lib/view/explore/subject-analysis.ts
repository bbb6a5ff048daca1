import type { RouterId } from "@/lib/domain/router-id";
import type { BenchmarkAnalysis } from "./analysis";
import { categoryRows } from "./category-rows";
import { PUBLISHED_QUANTILES } from "./published-analyses";
import { thresholdForShare } from "./selected-point";

type SubjectMean = { readonly category: string; readonly meanWinRate: number };

type SubjectRouting = {
  readonly category: string;
  /** (3) share to the strong model with α at the 20, 50 and 80 % quantile of the router's win rates. */
  readonly shares: readonly number[];
};

/** A router's subjects, as the paper's authors looked at theirs. */
export type SubjectAnalysis = {
  readonly highest: readonly SubjectMean[];
  /** The lowest first. */
  readonly lowest: readonly SubjectMean[];
  /** (3) the α at those quantiles. */
  readonly thresholds: readonly number[];
  /** Every subject, by descending mean win rate. */
  readonly routing: readonly SubjectRouting[];
};

const NAMED = 3;

/** @returns the subjects with the highest and lowest mean win rate (never the same one twice), and all their routing. */
export function subjectAnalysis({ table, routers }: BenchmarkAnalysis, router: RouterId): SubjectAnalysis {
  const { sums, sortedWinRates } = routers[router];
  const thresholds = PUBLISHED_QUANTILES.map((quantile) => thresholdForShare(sortedWinRates, 1 - quantile));
  const byThreshold = thresholds.map((threshold) => categoryRows({ table, router, sums, threshold }));
  const [first = []] = byThreshold;
  const ranked = first
    .map(({ category, meanWinRate }, index) => ({
      category,
      meanWinRate,
      shares: byThreshold.map((rows) => rows[index]?.strongShare ?? 0),
    }))
    .sort((left, right) => right.meanWinRate - left.meanWinRate);
  const named = Math.min(NAMED, Math.floor(ranked.length / 2));
  return {
    highest: ranked.slice(0, named),
    lowest: ranked.slice(ranked.length - named).reverse(),
    thresholds,
    routing: ranked,
  };
}
