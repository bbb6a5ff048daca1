import { formatModelName } from "@/lib/domain/model-name";
import type { RouterId } from "@/lib/domain/router-id";
import { RoutingError } from "@/lib/domain/routing-error";
import { toThreshold } from "@/lib/domain/threshold";
import { calibratedOnInWords } from "./model-offer";
import { blendedPrice, type PricedModels } from "./money";
import { type CalibratedSample, type Kept, meanTokens, monthlyCosts, shareOfAllRows } from "./sample-budget";

/** One calibration as engineers and the owner of the budget get it; the shape is that of lib/schemas/web/saved-calibration. */
export type HandOver = {
  readonly kind: "routellm-calibration";
  readonly version: 1;
  readonly router: RouterId;
  /** α. */
  readonly threshold: number;
  /** For the endpoint's `model` field; α keeps its share on prompts like those it is calibrated on only. */
  readonly model: string;
  readonly calibratedOn: string;
  /** `keep`: whether the mean or the upper end of a month is within the budget; null without one. */
  readonly target: {
    readonly strongShare: number;
    readonly monthlyBudget: number | null;
    readonly keep: Kept | null;
  };
  /** Share of all rows that α sends to strong: the target, but for ties and for the rows held out. */
  readonly shareOnSample: number;
  /** 95 % range of the strong share of a new batch, and the share of the held-out rows, if any. */
  readonly expectedShare: [number, number];
  readonly heldOutShare: number | null;
  readonly thresholdRange: [number, number];
  readonly sample: {
    readonly name: string;
    readonly rows: number;
    readonly heldOut: number;
    readonly fingerprint: string;
    readonly meanTokens: number;
  };
  /** One price a model for prompt and answer alike at these lengths, and the two prices that stand behind it. */
  readonly prices: HandOverPrices & {
    readonly strongPerMillion: number;
    readonly weakPerMillion: number;
    /** Dollars. */
    readonly expectedMonthly: number;
    /** What 19 of 20 months cost at least and at most. */
    readonly monthlyRange: [number, number];
    readonly allStrongMonthly: number;
    readonly allWeakMonthly: number;
  };
  readonly artifacts: ArtifactVersions;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
};

/** The shipped chat prompts, or a person's own. */
export type SampleKind = { readonly kind: "chat" } | { readonly kind: "own"; readonly name: string };

/** What the two models cost, and how much is asked. */
export type HandOverPrices = PricedModels & {
  readonly answerTokens: number;
  readonly promptsPerMonth: number;
};

/** Which trained artifacts scored the sample. */
export type ArtifactVersions = { readonly date: string; readonly seed: number; readonly schemaVersion: number };

/** The same as the cost arithmetic reads it. */
export const samplePrices = ({ strong, weak, answerTokens, promptsPerMonth }: HandOverPrices) => ({
  ...{ strong, weak, outputTokens: answerTokens, promptsPerMonth },
});

/**
 * Puts everything that was decided at one target into one artefact: what to call, what to expect of it, and on what
 * evidence.
 *
 * @param step index of the target in the table.
 * @param budget dollars a month that the target was derived from, and what of a month they hold; null if it was not.
 * @throws RoutingError if the table has no such target, or a price or volume is negative or no number.
 */
export function createHandOver({
  router,
  calibrated,
  step,
  strongShare,
  budget,
  sample,
  prices,
  artifacts,
  createdAt,
}: {
  readonly router: RouterId;
  readonly calibrated: CalibratedSample;
  readonly step: number;
  readonly strongShare: number;
  readonly budget: { readonly monthly: number; readonly keep: Kept } | null;
  readonly sample: {
    readonly name: string;
    readonly fingerprint: string;
    readonly calibratedOn: SampleKind;
  };
  readonly prices: HandOverPrices;
  readonly artifacts: ArtifactVersions;
  readonly createdAt: string;
}): HandOver {
  const { table, rows, heldOut } = calibrated;
  const at = (column: readonly number[]): number => {
    const value = column[step];
    if (value !== undefined) return value;
    const message = `Target ${step} must be one of the ${table.thresholds.length} of the table.`;
    throw new RoutingError({ code: "invalid_argument", parameter: "step", message });
  };
  const threshold = toThreshold(at(table.thresholds));
  const { strong, weak, answerTokens, promptsPerMonth } = prices;
  const lengths = { promptTokens: meanTokens(calibrated), answerTokens };
  const costs = monthlyCosts(calibrated, step, samplePrices(prices));
  return {
    kind: "routellm-calibration",
    version: 1,
    router,
    threshold,
    model: formatModelName({ router, threshold }),
    calibratedOn: calibratedOnInWords({ ...sample.calibratedOn, prompts: rows - heldOut }),
    target: { strongShare, monthlyBudget: budget?.monthly ?? null, keep: budget?.keep ?? null },
    shareOnSample: shareOfAllRows(calibrated, step),
    expectedShare: [at(table.shareLow), at(table.shareHigh)],
    heldOutShare: heldOut === 0 ? null : at(table.heldOutShares),
    thresholdRange: [at(table.thresholdLow), at(table.thresholdHigh)],
    sample: { name: sample.name, rows, heldOut, fingerprint: sample.fingerprint, meanTokens: lengths.promptTokens },
    prices: {
      strongPerMillion: blendedPrice(strong, lengths),
      weakPerMillion: blendedPrice(weak, lengths),
      strong,
      weak,
      answerTokens,
      promptsPerMonth,
      expectedMonthly: costs.expected,
      monthlyRange: [costs.interval[0], costs.interval[1]],
      allStrongMonthly: costs.allStrong,
      allWeakMonthly: costs.allWeak,
    },
    artifacts: { date: artifacts.date, seed: artifacts.seed, schemaVersion: artifacts.schemaVersion },
    createdAt,
  };
}
