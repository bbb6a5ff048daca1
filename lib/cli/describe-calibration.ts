import type { RouterCalibration } from "@/lib/server/calibrate-router";
import { formatTable } from "./format-table";

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** A calibration for people. */
export function describeCalibration(calibration: RouterCalibration, strongShare: number): string[] {
  const { threshold, sampleSize, achievedShare, interval, model } = calibration;
  return [
    ...formatTable([
      ["model", "α", "target", "on the sample", "to expect (95 %)", "prompts"],
      [
        model,
        threshold.toFixed(5),
        percent(strongShare),
        percent(achievedShare),
        `${percent(interval[0])} – ${percent(interval[1])}`,
        String(sampleSize),
      ],
    ]),
    "",
    "to expect: strong share of another batch of as many prompts of this kind.",
  ];
}
