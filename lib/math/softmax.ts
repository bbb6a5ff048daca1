/** @returns (n) e^xᵢ / Σ e^xⱼ, which sums to 1; the largest x is subtracted first so that nothing overflows. */
export function softmax(logits: ArrayLike<number>): Float64Array {
  const result = new Float64Array(logits.length);
  let largest = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < logits.length; index++) largest = Math.max(largest, logits[index] as number);
  let sum = 0;
  for (let index = 0; index < logits.length; index++) {
    const exponential = Math.exp((logits[index] as number) - largest);
    result[index] = exponential;
    sum += exponential;
  }
  for (let index = 0; index < result.length; index++) result[index] = (result[index] as number) / sum;
  return result;
}
