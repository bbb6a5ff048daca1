import { toWinRate, type WinRate } from "@/lib/domain/win-rate";
import { sigmoid } from "@/lib/math/sigmoid";

/** A line through the log-odds: calibrated = σ(a · logit(winRate) + b), with a > 0 so that no two prompts change places. */
export type WinRateCalibration = { readonly a: number; readonly b: number };

/** 0 and 1 stay what they are. @param calibration none leaves every win rate as it is. */
export function calibrateWinRate(winRate: number, calibration: WinRateCalibration | undefined): WinRate {
  if (calibration === undefined) return toWinRate(winRate);
  return toWinRate(sigmoid(calibration.a * Math.log(winRate / (1 - winRate)) + calibration.b));
}
