import { formatDollars, formatGivenDollars } from "@/lib/domain/dollars";
import { PAPER_PAIR } from "@/lib/domain/model-pair";
import { budgetFinding, monthFinding } from "@/lib/explorer/budget-finding";
import { formatCounted } from "@/lib/explorer/format";
import type { CalibrationTarget, RouterCalibration } from "@/lib/server/calibrate-router";
import { formatTable } from "./format-table";

/** Dollars per million tokens, and whether somebody gave them. */
export type PricesOfCommand = {
  readonly strongPerMillion: number;
  readonly weakPerMillion: number;
  readonly are: "given" | "the paper's";
};

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** A calibration for people. */
export function describeCalibration(
  calibration: RouterCalibration,
  {
    target,
    promptsPerMonth,
    prices,
  }: { readonly target: CalibrationTarget; readonly promptsPerMonth: number; readonly prices: PricesOfCommand },
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
    ...(costs === null || !("monthlyBudget" in target)
      ? []
      : [
          budgetFinding({ ...costs, strongShare }, { budget: target.monthlyBudget, keep: target.keep }),
          monthFinding(costs, promptsPerMonth),
          `Prices per million tokens: ${formatGivenDollars(prices.strongPerMillion)} at the strong model, ${formatGivenDollars(prices.weakPerMillion)} at the weak one${prices.are === "given" ? "" : ` (the paper's: ${PAPER_PAIR.strong} and ${PAPER_PAIR.weak}, mid-2024; --strong-price and --weak-price give others)`}.`,
          `All at the strong model: ${formatDollars(costs.allStrong)}; all at the weak one: ${formatDollars(costs.allWeak)}.`,
        ]),
  ];
}
