import { VIEW_INFO, type ViewId } from "@/lib/domain/benchmark";
import { formatPercent } from "./format";

/** How a benchmark's scores are shown and typed: accuracies in per cent, judge scores as they are. */
export type ScoreFormat = {
  /** For tables, axes and sentences: "77.1 %", "8.94". */
  readonly format: (score: number) => string;
  /** Factor from the benchmark's own unit to the one that is typed. */
  readonly scale: number;
  readonly decimals: number;
  /** The unit beside an input. */
  readonly unit: string;
};

const ACCURACY: ScoreFormat = { format: (score) => formatPercent(score, 1), scale: 100, decimals: 1, unit: "%" };
const JUDGE: ScoreFormat = { format: (score) => score.toFixed(2), scale: 1, decimals: 2, unit: "of 10" };

export const scoreFormat = (benchmark: ViewId): ScoreFormat =>
  VIEW_INFO[benchmark].unit === "accuracy" ? ACCURACY : JUDGE;
