import { upperBound } from "./sorted-search";

/**
 * Straight-line interpolation with the conventions of `numpy.interp`: `x` ascending; a position before the first or
 * after the last x gets that end's y; at an x that occurs more than once the last of its points counts.
 *
 * @returns NaN if there is no point.
 */
export function interpolate(
  position: number,
  { x, y }: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> },
): number {
  if (x.length === 0 || Number.isNaN(position)) return Number.NaN;
  const right = upperBound(x, position);
  if (right === 0) return y[0] as number;
  if (right === x.length) return y[x.length - 1] as number;
  const x0 = x[right - 1] as number;
  const y0 = y[right - 1] as number;
  const slope = ((y[right] as number) - y0) / ((x[right] as number) - x0);
  return slope * (position - x0) + y0;
}
