import { formatDollars } from "@/lib/explorer/format";
import type { CalibrationTarget, RouterCalibration } from "@/lib/server/calibrate-router";
import { formatTable } from "./format-table";

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** A calibration for people. */
export function describeCalibration(calibration: RouterCalibration, target: CalibrationTarget): string[] {
  const { threshold, sampleSize, shareOnSample, interval, model, strongShare, heldOut, findings, costs } = calibration;
  const batch = heldOut === null ? "as many prompts" : `${heldOut.rows} ${heldOut.rows === 1 ? "prompt" : "prompts"}`;
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
    `to expect: strong share of another batch of ${batch} of this kind.`,
    ...findings,
    ...(costs === null || !("monthlyBudget" in target)
      ? []
      : [
          `a month: ${formatDollars(costs.expected)} of ${formatDollars(target.monthlyBudget)}; all strong ${formatDollars(costs.allStrong)}, all weak ${formatDollars(costs.allWeak)}.${strongShare === 1 ? " The budget pays for every prompt at the strong model." : ""}`,
        ]),
  ];
}
