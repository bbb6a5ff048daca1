/** Logistic function 1 / (1 + e^−x), in [0, 1]; written so that no large |x| overflows. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const exponential = Math.exp(x);
  return exponential / (1 + exponential);
}
