import "server-only";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { RouterId } from "@/lib/domain/router-id";
import { type OwnSample, ownAlpha } from "@/lib/explorer/own-sample";
import type { GivenAlpha } from "@/lib/explorer/router-alpha";
import type { SortedWinRates } from "@/lib/explorer/verdict";
import { readOwnSamples } from "./own-samples";
import { getServedCalibrations } from "./served-calibrations";

/** What turns a target share into each router's α on a page. */
export type PageCalibrations = {
  /** What each router is calibrated on; empty for one with a fixed α or none. */
  readonly samples: Readonly<Record<RouterId, SortedWinRates>>;
  /** α of routers that take it from no sample: a fixed one, or the table of a saved calibration. */
  readonly given: Readonly<Partial<Record<RouterId, GivenAlpha>>>;
  /** Saved calibrations that are their routers' defaults. */
  readonly own: ReadonlyMap<RouterId, OwnSample>;
};

/** Read at each request: somebody may have saved a calibration since. */
export async function readPageCalibrations(): Promise<PageCalibrations> {
  const [calibrations, own] = await Promise.all([getServedCalibrations(), readOwnSamples()]);
  const given: Partial<Record<RouterId, GivenAlpha>> = {};
  const samples = forEveryRouter((id): SortedWinRates => {
    const kept = own.get(id);
    if (kept !== undefined) {
      given[id] = ownAlpha(kept);
      return kept.winRates;
    }
    const calibration = calibrations[id];
    if (calibration.kind === "fixed") given[id] = calibration.alpha;
    return calibration.kind === "sample" ? calibration.winRates : [];
  });
  return { samples, given, own };
}
