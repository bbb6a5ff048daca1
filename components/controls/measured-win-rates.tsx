"use client";

import type { ReactNode } from "react";
import { useCalibrations } from "./use-calibrations";
import { WinRateBins } from "./win-rate-in-hundred";

/** {@link WinRateBins} as the file of a digest has them. */
export function MeasuredWinRates({
  calibrations,
  children,
}: {
  readonly calibrations: string;
  readonly children: ReactNode;
}) {
  return <WinRateBins bins={useCalibrations(calibrations).bins}>{children}</WinRateBins>;
}
