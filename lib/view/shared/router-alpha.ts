import { thresholdOfSorted } from "@/lib/calibration/calibrate-threshold";
import { type ThresholdTable, thresholdOfTable } from "@/lib/calibration/threshold-table";
import type { Threshold } from "@/lib/domain/threshold";

/** A router's win rates on its calibration sample, (n) ascending, each in [0, 1]; empty where it has none. */
export type SortedWinRates = readonly number[];

/** α that no sample is needed for: one for every target share (set by configuration), or the table of a saved calibration. */
export type GivenAlpha = Threshold | ThresholdTable;

/** Where a router's α for a target share comes from: what is given, or else its sample. */
export type AlphaSource = { readonly sample: SortedWinRates; readonly given: GivenAlpha | undefined };

/** @returns undefined for a router that is calibrated on nothing. */
export function alphaForShare({ sample, given }: AlphaSource, strongShare: number): Threshold | undefined {
  if (given === undefined) return sample.length === 0 ? undefined : thresholdOfSorted(sample, strongShare);
  return typeof given === "number" ? given : thresholdOfTable(given, strongShare);
}
