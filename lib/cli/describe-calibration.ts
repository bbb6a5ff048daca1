import type { HandOverPrices } from "@/lib/calibration/hand-over";
import type { CalibrationTarget, RouterCalibration } from "@/lib/commands/calibrate-router";
import { formatDollars } from "@/lib/domain/dollars";
import { budgetFinding, monthFinding } from "@/lib/view/calibrate/budget-finding";
import { formatCounted } from "@/lib/view/shared/format";
import { pricedModelsInWords } from "@/lib/view/shared/pair-prices";
import { formatTable } from "./format-table";

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** A calibration for people. */
export function describeCalibration(
  calibration: RouterCalibration,
  { target, prices }: { readonly target: CalibrationTarget; readonly prices: HandOverPrices | null },
): string[] {
  const { threshold, sampleSize, shareOnSample, interval, model, calibratedOn, strongShare, heldOut, findings, costs } =
    calibration;
  const batch = heldOut === null ? "as many prompts" : formatCounted(heldOut.rows, "prompt");
  return [
    ...formatTable([
      ["model", "α", "target", "on the sample", "to expect (95 %)", "prompts"],
      [
        model,
        threshold.toFixed(5),
        percent(strongShare),
        percent(shareOnSample),
        `${percent(interval[0])} – ${percent(interval[1])}`,
        String(sampleSize),
      ],
    ]),
    "",
    `${model} is calibrated on ${calibratedOn}: on other prompts its share is another.`,
    `to expect: strong share of another batch of ${batch} of this kind.`,
    ...findings,
    ...(costs === null || prices === null || !("monthlyBudget" in target)
      ? []
      : [
          budgetFinding({ ...costs, strongShare }, { budget: target.monthlyBudget, keep: target.keep }),
          monthFinding(costs, prices.promptsPerMonth),
          pricedModelsInWords(prices),
          `All at the strong model: ${formatDollars(costs.allStrong)}; all at the weak one: ${formatDollars(costs.allWeak)}.`,
        ]),
  ];
}
