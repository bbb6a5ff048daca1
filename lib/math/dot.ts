/** Inner product Σ aᵢ·bᵢ of two vectors of equal length; 0 for empty ones. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const length = a.length;
  let sum = 0;
  for (let index = 0; index < length; index++) sum += (a[index] as number) * (b[index] as number);
  return sum;
}
