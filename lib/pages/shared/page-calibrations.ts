import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { RouterId } from "@/lib/domain/router-id";
import { keepPageFile } from "@/lib/http/page-files";
import { getCalibrationSample } from "@/lib/serving/calibration-sample";
import { readOwnSamples } from "@/lib/serving/own-samples";
import { getServedCalibrations } from "@/lib/serving/served-calibrations";
import { readShippedBins, readWinRateBins } from "@/lib/serving/win-rate-bins";
import { type Calibrations, formatCalibrations } from "@/lib/view/shared/calibration-file";
import { type OwnSample, ownAlpha } from "@/lib/view/shared/own-sample";
import { keptPageFiles } from "@/lib/view/shared/page-file";
import type { GivenAlpha, SortedWinRates } from "@/lib/view/shared/router-alpha";

export type PageCalibrations = {
  /** The file that has them, by its digest: a page names it, and a browser loads it once. */
  readonly calibrations: string;
  /** Saved calibrations that are their routers' defaults. */
  readonly own: ReadonlyMap<RouterId, OwnSample>;
};

const known = new WeakMap<object, { readonly key: string; readonly name: string }>();

/** @param source what the shipped part is made from: calibrations of one source and key are the same. */
function keepOnce(
  calibrations: Calibrations,
  { source, key }: { readonly source: object; readonly key: string },
): string {
  const last = known.get(source);
  if (last?.key === key && keptPageFiles().has(last.name)) return last.name;
  const text = formatCalibrations(calibrations);
  const name = keepPageFile(text);
  known.set(source, { key, name });
  return name;
}

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
  const [bins, key] = [await readWinRateBins(), JSON.stringify([...own])];
  return { calibrations: keepOnce({ samples, given, bins }, { source: calibrations, key }), own };
}

/** The chat prompts' win rates of the shipped routers, as such a file. */
export async function keepShippedCalibrations(): Promise<string> {
  const [samples, bins] = await Promise.all([getCalibrationSample(), readShippedBins()]);
  return keepOnce({ samples, given: {}, bins }, { source: samples, key: "" });
}
