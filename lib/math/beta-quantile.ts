import { logBeta } from "./log-gamma";

const TINY = 1e-300;

/** P(X ≤ x) for X from Beta(a, b), a, b > 0: the regularised incomplete beta function, by Lentz' continued fraction. */
export function betaDistribution(x: number, { a, b }: { readonly a: number; readonly b: number }): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast below the mean; above it, use the mirror image.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaDistribution(1 - x, { a: b, b: a });
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)) / a;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || TINY);
  let fraction = d;
  for (let step = 1; step < 10_000; step++) {
    const even = (step * (b - step) * x) / ((a + 2 * step - 1) * (a + 2 * step));
    d = 1 / (1 + even * d || TINY);
    c = 1 + even / c || TINY;
    fraction *= d * c;
    const odd = (-(a + step) * (a + b + step) * x) / ((a + 2 * step) * (a + 2 * step + 1));
    d = 1 / (1 + odd * d || TINY);
    c = 1 + odd / c || TINY;
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return front * fraction;
}

/** The x that Beta(a, b) stays below with probability `probability` in [0, 1]; by bisection to the last bit. */
export function betaQuantile(probability: number, { a, b }: { readonly a: number; readonly b: number }): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 200 && low < high; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (betaDistribution(middle, { a, b }) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
