/** Area under the straight lines through (xᵢ, yᵢ), in the order given: Σ (xᵢ₊₁ − xᵢ)(yᵢ + yᵢ₊₁)/2; 0 for one point. */
export function trapezoid({ x, y }: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> }): number {
  let area = 0;
  for (let index = 1; index < x.length; index++) {
    const width = (x[index] as number) - (x[index - 1] as number);
    area += (width * ((y[index] as number) + (y[index - 1] as number))) / 2;
  }
  return area;
}
