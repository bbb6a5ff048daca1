import { peakedQuantile } from "./peaked-quantile";

/**
 * Smallest count c with P(count ≤ c) ≥ `probability` for a count of `trials` draws that each succeed with `chance`.
 *
 * @param probability in (0, 1).
 */
export function binomialQuantile(
  probability: number,
  { trials, chance }: { readonly trials: number; readonly chance: number },
): number {
  if (chance <= 0) return 0;
  if (chance >= 1) return trials;
  const odds = chance / (1 - chance);
  return peakedQuantile(probability, {
    last: trials,
    ratio: (count) => ((trials - count) / (count + 1)) * odds,
  });
}
