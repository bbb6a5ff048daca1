import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { RouterId } from "@/lib/domain/router-id";
import { oncePerArtifacts } from "@/lib/runtime/once-per-artifacts";
import type { OwnCalibration } from "./alternative";
import { getAlternatives } from "./alternatives";
import { getCalibrationSample } from "./calibration-sample";

/** What α of each router is taken from, as it is served: a stand-in never gets the shipped router's sample. */
export const getServedCalibrations = oncePerArtifacts(async (): Promise<Readonly<Record<RouterId, OwnCalibration>>> => {
  const [shipped, alternatives] = await Promise.all([getCalibrationSample(), getAlternatives()]);
  return forEveryRouter((id) => alternatives.get(id)?.calibration ?? { kind: "sample", winRates: shipped[id] });
});
