import { thresholdOfSorted } from "@/lib/calibration/calibrate-threshold";
import { formatModelName } from "@/lib/domain/model-name";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import type { Threshold } from "@/lib/domain/threshold";
import { readDataDate } from "@/lib/runtime/data-date";
import { listSaved } from "@/lib/serving/calibration-library";
import { readOwnSamples } from "@/lib/serving/own-samples";
import { getServedCalibrations } from "@/lib/serving/served-calibrations";
import { ownAlpha } from "@/lib/view/shared/own-sample";
import { alphaForShare } from "@/lib/view/shared/router-alpha";

/** As `GET /v1/models` lists it. */
export type ListedModel = {
  readonly id: string;
  readonly object: "model";
  /** Seconds since 1970. */
  readonly created: number;
  readonly owned_by: "routellm";
};

/** The share of strong calls that pages begin with. */
const DEFAULT_SHARE = 0.5;

const inSeconds = (date: string): number => Math.floor(Date.parse(date) / 1000);
const listed = (id: string, date: string): ListedModel => ({
  ...{ id, object: "model", created: inSeconds(date), owned_by: "routellm" },
});

/**
 * What the endpoint's `model` can name, to begin with: each router set to half of the calls by what it is calibrated on,
 * or to its fixed α, and the saved calibrations by name. Any other threshold can be named too.
 */
export async function listModels(): Promise<readonly ListedModel[]> {
  const [calibrations, own, saved, trained] = await Promise.all([
    getServedCalibrations(),
    readOwnSamples(),
    listSaved(),
    readDataDate(),
  ]);
  const thresholdOf = (router: (typeof ROUTER_IDS)[number]): Threshold | undefined => {
    const sample = own.get(router);
    if (sample !== undefined) {
      return alphaForShare({ sample: sample.winRates, given: ownAlpha(sample) }, DEFAULT_SHARE);
    }
    const calibration = calibrations[router];
    if (calibration.kind === "none") return undefined;
    return calibration.kind === "fixed" ? calibration.alpha : thresholdOfSorted(calibration.winRates, DEFAULT_SHARE);
  };
  return [
    ...ROUTER_IDS.flatMap((router) => {
      const threshold = thresholdOf(router);
      return threshold === undefined ? [] : [listed(formatModelName({ router, threshold }), trained)];
    }),
    ...saved.map(({ name, savedAt }) => listed(name, savedAt)),
  ];
}
