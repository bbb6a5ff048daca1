import { peakedQuantile } from "./peaked-quantile";

/** A count of `trials` draws that each succeed with one and the same probability, itself drawn from Beta(a, b), a, b ≥ 1. */
export type BetaBinomial = { readonly trials: number; readonly a: number; readonly b: number };

/**
 * Smallest count c with P(count ≤ c) ≥ `probability`, where
 * P(count = c) = C(trials, c) · B(c + a, trials − c + b) / B(a, b), so that
 * P(c + 1) / P(c) = (trials − c)/(c + 1) · (c + a)/(trials − c − 1 + b), which falls with c for a, b ≥ 1.
 *
 * @param probability in (0, 1).
 */
export function betaBinomialQuantile(probability: number, { trials, a, b }: BetaBinomial): number {
  return peakedQuantile(probability, {
    last: trials,
    ratio: (count) => ((trials - count) * (count + a)) / ((count + 1) * (trials - count - 1 + b)),
  });
}
