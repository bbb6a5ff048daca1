/** Coefficients of Abramowitz & Stegun 26.2.17. */
const COEFFICIENTS = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429] as const;
const SCALE = 0.2316419;

/** P(Z ≤ z) of a standard normal Z, to 7.5e-8 (Abramowitz & Stegun 26.2.17). */
export function normalCumulative(z: number): number {
  const t = 1 / (1 + SCALE * Math.abs(z));
  const polynomial = COEFFICIENTS.reduceRight((sum, coefficient) => (sum + coefficient) * t, 0);
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
  return z < 0 ? tail : 1 - tail;
}
