import { logBeta, logGamma } from "./log-gamma";

/** A count of `trials` draws that each succeed with one and the same probability, itself drawn from Beta(a, b). */
export type BetaBinomial = { readonly trials: number; readonly a: number; readonly b: number };

/**
 * Smallest count c with P(count ≤ c) ≥ `probability`, where
 * P(count = c) = C(trials, c) · B(c + a, trials − c + b) / B(a, b). Sums the terms by their ratios, O(trials).
 *
 * @param probability in (0, 1).
 */
export function betaBinomialQuantile(probability: number, { trials, a, b }: BetaBinomial): number {
  const logTerm = (count: number): number =>
    logGamma(trials + 1) -
    logGamma(count + 1) -
    logGamma(trials - count + 1) +
    logBeta(count + a, trials - count + b) -
    logBeta(a, b);
  let sum = 0;
  for (let count = 0; count < trials; count++) {
    sum += Math.exp(logTerm(count));
    if (sum >= probability) return count;
  }
  return trials;
}
