import { lowerBound } from "@/lib/math/sorted-search";
import type { SortedWinRates } from "./verdict";

/** A stretch of the win-rate axis, in [0, 1]. */
export type WinRateScale = { readonly from: number; readonly to: number };

export const FULL_SCALE: WinRateScale = { from: 0, to: 1 };

/** Ends of a zoomed scale are multiples of this, so that they read well and stay put. */
const STEP = 0.05;

/** The stretch that holds the whole calibration sample, widened to multiples of 0.05; everything if there is none. */
export function rangeOf(sample: SortedWinRates): WinRateScale {
  const [lowest, highest] = [sample[0], sample.at(-1)];
  if (lowest === undefined || highest === undefined) return FULL_SCALE;
  const round = (steps: number): number => Math.min(1, Math.max(0, Number((steps * STEP).toFixed(2))));
  const from = round(Math.floor(lowest / STEP));
  const to = round(Math.ceil(highest / STEP));
  return to > from ? { from, to } : { from: round(from / STEP - 1), to: round(to / STEP + 1) };
}

/** Where a win rate stands on the scale, in [0, 1]; outside values stand on the nearer end. */
export const positionOn = ({ from, to }: WinRateScale, winRate: number): number =>
  Math.min(1, Math.max(0, (winRate - from) / (to - from)));

type DensityOptions = { readonly sample: SortedWinRates; readonly scale: WinRateScale; readonly bins: number };

/** @returns (bins) how many of the sample fall into each equal part of the scale, relative to the fullest part: [0, 1]. */
export function densityOn({ sample, scale, bins }: DensityOptions): readonly number[] {
  const edge = (index: number): number => scale.from + ((scale.to - scale.from) * index) / bins;
  const belowEdge = Array.from({ length: bins }, (_, index) => lowerBound(sample, edge(index)));
  const counts = belowEdge.map((below, index) => (belowEdge[index + 1] ?? sample.length) - below);
  const fullest = Math.max(1, ...counts);
  return counts.map((count) => count / fullest);
}
