import { CHECK_DEVIATION, checkHeldOut } from "@/lib/calibration/held-out-check";
import { isNarrow, NARROW_RANGE, promptsForNarrowRange } from "@/lib/calibration/prompts-needed";
import type { CalibratedSample } from "@/lib/calibration/sample-budget";
import { formatCount, formatCounted, formatPercent } from "@/lib/view/shared/format";

const points = (part: number): string => `${Math.round(part * 100)} points`;
const prompts = (count: number): string => formatCounted(count, "prompt");

/** Whether the held-out rows bear the promise out, or why they cannot. */
export function heldOutFinding(sample: CalibratedSample, step: number): string {
  const { table, heldOut } = sample;
  const check = checkHeldOut(sample, step);
  const share = formatPercent(table.heldOutShares[step] ?? 0, 1);
  const heldOutPrompts = `held-out ${heldOut === 1 ? "prompt goes" : "prompts go"}`;
  const measured = `${share} of the ${formatCount(heldOut)} ${heldOutPrompts} to the strong model`;
  switch (check.verdict) {
    case "certain":
      return `Nothing to check: this α sends every prompt to the ${table.thresholds[step] === 0 ? "strong" : "weak"} model.`;
    case "passed":
      return `Check passed: ${measured}, within the range. A share ${points(CHECK_DEVIATION)} off would have failed it in at least 4 of 5 cases.`;
    case "outside":
      return `Look closer: ${measured}, outside the range; the rows may not be in random order of kind.`;
    case "too few": {
      const need = `A check that would notice a share ${points(CHECK_DEVIATION)} off takes about ${prompts(check.needed)}.`;
      return heldOut === 0
        ? `Too few prompts to hold some out. ${need}`
        : `Too few prompts to check: ${measured}, but so few prove little. ${need}`;
    }
  }
}

/** How many prompts make the range of the share narrow; nothing where it is. */
export function narrowRangeFinding({ table, rows, heldOut }: CalibratedSample, step: number): string | undefined {
  const share = table.shares[step] ?? 0;
  if (isNarrow([table.shareLow[step] ?? 0, table.shareHigh[step] ?? 1], share)) return undefined;
  const needed = promptsForNarrowRange(share, heldOut / rows);
  return `A range of ±${points(NARROW_RANGE)} at this share takes about ${prompts(needed)}; these are ${formatCount(rows)}.`;
}

/** What α does where win rates tie, so that the target cannot be reached; nothing where it is, to within one prompt. */
export function reachableFinding(
  { table, rows, heldOut }: CalibratedSample,
  { step, strongShare }: { readonly step: number; readonly strongShare: number },
): string | undefined {
  const share = table.shares[step] ?? 0;
  if (Math.abs(share - strongShare) * (rows - heldOut) < 1) return undefined;
  return `Prompts with equal win rates go to one model together: no α sends ${formatPercent(strongShare, 1)} of the ${prompts(rows - heldOut)} it is calibrated on to the strong model. This one sends ${formatPercent(share, 1)}, the nearest share that can be reached.`;
}
