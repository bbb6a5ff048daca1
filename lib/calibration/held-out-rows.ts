import { sampleIndices } from "@/lib/math/sample-indices";
import { createRandom } from "@/lib/math/seeded-random";

/** Part of a sample that is kept from calibration to check it, unless told otherwise. */
export const HELD_OUT_SHARE = 0.2;

/**
 * Which rows of a sample are held out: ⌊rows · share⌋ of them, at random, because files are often sorted by date or kind
 * and their last fifth is unlike the rest. The same choice for the same arguments. At least one row is left to calibrate
 * on, and a sample of fewer than 1/share rows has no held-out part.
 *
 * @param share in [0, 1).
 * @returns (rows) 1 where held out.
 */
export function heldOutRows({
  rows,
  share = HELD_OUT_SHARE,
  seed,
}: {
  readonly rows: number;
  readonly share?: number;
  readonly seed: number;
}): Uint8Array {
  const mask = new Uint8Array(rows);
  // A hair above, because 5 · .2 may be .999…
  const count = Math.min(rows - 1, Math.floor(rows * share + 1e-9));
  if (count <= 0) return mask;
  for (const row of sampleIndices({ size: rows, count, random: createRandom(seed) })) mask[row] = 1;
  return mask;
}
