import { type Threshold, toThreshold } from "@/lib/domain/threshold";

/** α for each target share 0, .001 … 1 (1,001), never rising: what is kept of a sample. */
export type ThresholdTable = readonly number[];

/** α that a table gives the nearest of its target shares. @param strongShare in [0, 1]. */
export function thresholdOfTable(table: ThresholdTable, strongShare: number): Threshold {
  return toThreshold(table[Math.round(strongShare * (table.length - 1))] ?? Number.NaN);
}
