import { binomialQuantile } from "@/lib/math/binomial-quantile";
import { HELD_OUT_SHARE } from "./held-out-rows";
import { enoughPrompts } from "./prompts-needed";
import type { CalibratedSample } from "./sample-budget";
import { shareInterval } from "./share-interval";

/** What a check must be able to notice, and how surely: a share ten points off, in at least four of five cases. */
export const CHECK_DEVIATION = 0.1;
export const CHECK_POWER = 0.8;

/** Whether the held-out rows bear out the range that the calibration promises. */
export type HeldOutCheck =
  /** Within a range that a share {@link CHECK_DEVIATION} off would have left with a chance of {@link CHECK_POWER}. */
  | { readonly verdict: "passed" }
  /** Outside the range, of however many rows. */
  | { readonly verdict: "outside" }
  /** Within the range, but so would be a share far off: about `needed` rows in all would tell. */
  | { readonly verdict: "too few"; readonly needed: number }
  /** Every prompt goes to one model at this α, whatever its kind. */
  | { readonly verdict: "certain" };

/**
 * Checks one target of a table on its held-out rows. A range of 0 to 100 % holds anything, so that being within it means
 * something only where a wrong share would have been outside: with m held-out rows, the number that reaches α is
 * Binomial(m, p ± {@link CHECK_DEVIATION}) if the share is that far off, on either side that lies in [0, 1].
 */
export function checkHeldOut({ table, rows, heldOut }: CalibratedSample, step: number): HeldOutCheck {
  const at = (column: readonly number[]): number => column[step] ?? Number.NaN;
  const [share, range] = [at(table.shares), [at(table.shareLow), at(table.shareHigh)] as const];
  const threshold = at(table.thresholds);
  if (threshold === 0 || (threshold === 1 && range[1] === 0)) return { verdict: "certain" };
  const measured = at(table.heldOutShares);
  if (heldOut > 0 && (measured < range[0] || measured > range[1])) return { verdict: "outside" };
  if (heldOut > 0 && canFail({ share, rows: heldOut, range })) return { verdict: "passed" };
  const part = heldOut === 0 ? HELD_OUT_SHARE : heldOut / rows;
  return { verdict: "too few", needed: promptsToCheck(share, part) };
}

/** Whether a share {@link CHECK_DEVIATION} off, on either side, leaves the range with a chance of {@link CHECK_POWER}. */
function canFail({
  share,
  rows,
  range: [low, high],
}: {
  readonly share: number;
  readonly rows: number;
  readonly range: readonly [number, number];
}): boolean {
  const [lowest, highest] = [share - CHECK_DEVIATION, share + CHECK_DEVIATION];
  const noticesLess = binomialQuantile(CHECK_POWER, { trials: rows, chance: lowest }) < Math.round(low * rows);
  const noticesMore = binomialQuantile(1 - CHECK_POWER, { trials: rows, chance: highest }) > Math.round(high * rows);
  return (lowest < 0 || noticesLess) && (highest > 1 || noticesMore);
}

/** About how many prompts, held-out ones among them, a check that can fail takes. @param part of them held out, in (0, 1). */
const promptsToCheck = (share: number, part: number): number =>
  enoughPrompts((prompts) => {
    const rows = Math.floor(prompts * part);
    const sampleSize = prompts - rows;
    if (rows === 0) return false;
    const strongCount = Math.round(share * sampleSize);
    return canFail({ share, rows, range: shareInterval({ strongCount, sampleSize, newPrompts: rows }) });
  });
