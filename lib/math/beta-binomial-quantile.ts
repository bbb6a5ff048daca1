import { logBeta } from "./log-gamma";

/** A count of `trials` draws that each succeed with one and the same probability, itself drawn from Beta(a, b). */
export type BetaBinomial = { readonly trials: number; readonly a: number; readonly b: number };

/**
 * Smallest count c with P(count ≤ c) ≥ `probability`, where
 * P(count = c) = C(trials, c) · B(c + a, trials − c + b) / B(a, b). O(trials): each term follows from the one before, as
 * P(c + 1) / P(c) = (trials − c)/(c + 1) · (c + a)/(trials − c − 1 + b); in logarithms, since the first may underflow.
 *
 * @param probability in (0, 1).
 */
export function betaBinomialQuantile(probability: number, { trials, a, b }: BetaBinomial): number {
  let logTerm = logBeta(a, trials + b) - logBeta(a, b);
  let sum = 0;
  for (let count = 0; count < trials; count++) {
    sum += Math.exp(logTerm);
    if (sum >= probability) return count;
    logTerm += Math.log(((trials - count) * (count + a)) / ((count + 1) * (trials - count - 1 + b)));
  }
  return trials;
}
