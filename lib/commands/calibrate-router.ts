import type { Calibration } from "@/lib/calibration/calibrate";
import { ALL_TARGETS, calibrationTable } from "@/lib/calibration/calibration-table";
import { createHandOver, type HandOver, type HandOverPrices, samplePrices } from "@/lib/calibration/hand-over";
import { checkHeldOut, type HeldOutCheck } from "@/lib/calibration/held-out-check";
import { heldOutRows } from "@/lib/calibration/held-out-rows";
import { calibratedOnInWords } from "@/lib/calibration/model-offer";
import {
  type CalibratedSample,
  type Kept,
  type MonthlyCosts,
  monthlyCosts,
  planBudget,
  shareOfAllRows,
} from "@/lib/calibration/sample-budget";
import type { OnBadRow } from "@/lib/datasets/prompts/bad-rows";
import { formatModelName } from "@/lib/domain/model-name";
import type { RouterId } from "@/lib/domain/router-id";
import { RoutingError } from "@/lib/domain/routing-error";
import { toThreshold } from "@/lib/domain/threshold";
import { readArtifactVersions } from "@/lib/runtime/artifact-versions";
import { writeLines } from "@/lib/storage/write-lines";
import { heldOutFinding, narrowRangeFinding, reachableFinding } from "@/lib/view/calibrate/held-out-finding";
import { type SampleSources, scoreSample } from "./score-sample";
import type { ScoredSample } from "./shipped-rows";

/** The same rows of a file are held out each time, here and in a scoring run. */
const HELD_OUT_SEED = 1;

/** A share of strong calls, or the dollars that the mean or the upper end of a month is to keep to. */
export type CalibrationTarget =
  | { readonly strongShare: number }
  | { readonly monthlyBudget: number; readonly keep: Kept };

/** A calibration with the name that engineers put into the endpoint's `model` field. */
export type RouterCalibration = Calibration & {
  readonly router: RouterId;
  readonly model: string;
  /** In words: the prompts on whose kind α keeps its share. */
  readonly calibratedOn: string;
  /** The target, given or derived from a budget. */
  readonly strongShare: number;
  /** Share of all the sample's rows that reaches the threshold: the nearest to the target that can be reached. */
  readonly shareOnSample: number;
  /** The rows kept from calibration, the share of them that reaches the threshold, and what this says; none unless asked for. */
  readonly heldOut: {
    readonly rows: number;
    readonly strongShare: number;
    readonly check: HeldOutCheck["verdict"];
  } | null;
  /** In sentences: where ties are in the target's way, what the held-out rows say, how many prompts a narrow range takes. */
  readonly findings: readonly string[];
  /** Dollars a month; null where the sample's prompt lengths, or prices, are unknown. */
  readonly costs: MonthlyCosts | null;
  /** @throws RoutingError where the sample's prompt lengths are unknown. */
  readonly createHandOver: (createdAt: string) => Promise<HandOver>;
};

/**
 * A router's threshold for a target share of strong calls or a budget, on a user's own prompts, or else on what the
 * router is calibrated on: the shipped sample of real chat prompts, or the own sample of a router that stands in for a
 * shipped one.
 *
 * @param promptsPath the user's prompts; see score-sample for them and for who else is asked.
 * @param onBadRow hears of each unusable row of the user's prompts; without it the first one is an error.
 * @param savePath where the win rates of the prompts go, if anywhere.
 * @param prices null for no sums of dollars: then there is no budget, and nothing to hand over.
 * @param holdOut share of the rows to keep from calibration and check it on, in (0, 1).
 * @throws RoutingError on a share outside [0, 1], an unusable artifact or file, a router that has no sample, or a budget
 * that pays for no share.
 */
export async function calibrateRouter({
  target,
  savePath,
  holdOut,
  prices,
  ...sources
}: SampleSources & {
  readonly target: CalibrationTarget;
  readonly savePath: string | undefined;
  readonly onBadRow?: OnBadRow;
  readonly holdOut: number | undefined;
  readonly prices: HandOverPrices | null;
}): Promise<RouterCalibration> {
  const { router, promptsPath } = sources;
  if (savePath !== undefined && promptsPath === undefined) {
    const message = "--save writes the win rates of your own prompts; name them with --prompts FILE.";
    throw new RoutingError({ code: "invalid_argument", parameter: "--save", message });
  }
  const sample = await scoreSample(sources);
  if (savePath !== undefined) {
    const lines = sample.winRates.map((winRate) => JSON.stringify({ winRate }));
    await writeLines({ path: savePath, lines, parameter: "--save" });
  }
  const calibrated = calibrateSample({ sample, target, holdOut });
  const { step, strongShare } = chooseTarget({ sample, target, prices, calibrated });
  const { table, rows, heldOut } = calibrated;
  const at = (column: readonly number[]): number => column[step] ?? Number.NaN;
  const threshold = toThreshold(at(table.thresholds));
  return {
    router,
    model: formatModelName({ router, threshold }),
    calibratedOn: calibratedOnInWords({ ...sample.kind, prompts: rows - heldOut }),
    strongShare,
    threshold,
    sampleSize: rows - heldOut,
    achievedShare: at(table.shares),
    interval: [at(table.shareLow), at(table.shareHigh)],
    shareOnSample: shareOfAllRows(calibrated, step),
    heldOut:
      heldOut === 0
        ? null
        : { rows: heldOut, strongShare: at(table.heldOutShares), check: checkHeldOut(calibrated, step).verdict },
    findings: [
      reachableFinding(calibrated, { step, strongShare }),
      heldOut === 0 ? undefined : heldOutFinding(calibrated, step),
      narrowRangeFinding(calibrated, step),
    ].filter((sentence) => sentence !== undefined),
    costs: sample.tokens === null || prices === null ? null : monthlyCosts(calibrated, step, samplePrices(prices)),
    createHandOver: async (createdAt) => {
      requireLengths(sample, "--out");
      if (prices === null) throw new TypeError("A hand-over needs prices");
      return createHandOver({
        router,
        calibrated,
        step,
        strongShare,
        budget: "monthlyBudget" in target ? { monthly: target.monthlyBudget, keep: target.keep } : null,
        sample: { name: sample.name, fingerprint: await sample.fingerprint(), calibratedOn: sample.kind },
        prices,
        artifacts: await readArtifactVersions(),
        createdAt,
      });
    },
  };
}

/** A budget needs the table of all targets; a share is its own only target. */
function calibrateSample(options: {
  readonly sample: ScoredSample;
  readonly target: CalibrationTarget;
  readonly holdOut: number | undefined;
}): CalibratedSample {
  const { sample, target, holdOut } = options;
  const { winRates, tokens } = sample;
  const rows = winRates.length;
  const mask = heldOutRows({ rows, share: holdOut ?? 0, seed: HELD_OUT_SEED });
  const heldOut = mask.reduce((sum, held) => sum + held, 0);
  if (holdOut !== undefined && heldOut === 0) {
    const message = `--holdout: of ${rows} ${rows === 1 ? "prompt" : "prompts"} a share of ${holdOut} is none, or none would be left; give more prompts or another share.`;
    throw new RoutingError({ code: "invalid_argument", parameter: "--holdout", message });
  }
  const table = calibrationTable({
    winRates,
    tokens: tokens ?? new Uint8Array(rows),
    heldOut: (row) => mask[row] === 1,
    targets: "strongShare" in target ? [target.strongShare] : ALL_TARGETS,
  });
  return { table, rows, heldOut };
}

function chooseTarget(options: {
  readonly sample: ScoredSample;
  readonly target: CalibrationTarget;
  readonly prices: HandOverPrices | null;
  readonly calibrated: CalibratedSample;
}): { readonly step: number; readonly strongShare: number } {
  const { sample, target, prices, calibrated } = options;
  if ("strongShare" in target) return { step: 0, strongShare: target.strongShare };
  requireLengths(sample, "--budget");
  if (prices === null) throw new TypeError("A budget needs prices");
  try {
    return planBudget(calibrated, target.monthlyBudget, { ...samplePrices(prices), keep: target.keep });
  } catch (error) {
    if (!(error instanceof RoutingError)) throw error;
    throw new RoutingError({ code: error.code, parameter: `--${error.parameter}`, message: error.message });
  }
}

function requireLengths({ name, tokens }: ScoredSample, parameter: string): void {
  if (tokens !== null) return;
  const message = `${parameter} needs the prompts' lengths, which the ${name} does not hold; give prompts of your own with --prompts FILE.`;
  throw new RoutingError({ code: "invalid_argument", parameter, message });
}
