import { toWinRate, type WinRate } from "@/lib/domain/win-rate";
import { sigmoid } from "@/lib/math/sigmoid";

/** How a router's log-odds are stretched and moved so that its win rates are frequencies (Platt scaling). */
export type WinRateScale = {
  /** > 0, so that no two prompts ever change places. */
  readonly slope: number;
  readonly offset: number;
};

/** σ(slope · logit(w) + offset): strictly increasing, 0 stays 0 and 1 stays 1. */
export const scaleWinRate = (winRate: number, { slope, offset }: WinRateScale): WinRate =>
  toWinRate(sigmoid(slope * Math.log(winRate / (1 - winRate)) + offset));
