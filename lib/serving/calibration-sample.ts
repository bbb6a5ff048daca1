import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { RouterId } from "@/lib/domain/router-id";
import { oncePerArtifacts } from "@/lib/runtime/once-per-artifacts";
import { getCalibrationArtifact } from "@/lib/runtime/served-artifacts";
import type { SortedWinRates } from "@/lib/view/shared/router-alpha";

export type CalibrationSample = Readonly<Record<RouterId, SortedWinRates>>;

/** Each router's win rates on the calibration sample, (n) ascending. */
export const getCalibrationSample = oncePerArtifacts(loadSample);

const ascending = (winRates: readonly number[]): SortedWinRates => winRates.toSorted((a, b) => a - b);

async function loadSample(): Promise<CalibrationSample> {
  const { winRates } = await getCalibrationArtifact();
  return forEveryRouter((router) => ascending(winRates[router]));
}
