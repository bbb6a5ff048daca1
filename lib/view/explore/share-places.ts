import { lowerBound } from "@/lib/math/sorted-search";

/**
 * Where questions stand along the axis of strong calls: a question goes to the strong model from the share on that its
 * win rate's place from the top makes up, 1 − (how many win rates are lower) / n.
 * @param ascending (n) the router's win rates.
 * @returns (bins) how many of `winRates` stand in each equal part of 0 … 1.
 */
export function countSharePlaces(
  winRates: ArrayLike<number>,
  { ascending, bins }: { readonly ascending: Float64Array; readonly bins: number },
): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (let index = 0; index < winRates.length; index++) {
    const share = 1 - lowerBound(ascending, winRates[index] ?? 0) / ascending.length;
    // The share from which on it is called: the end of its part, so that the last one is 1.
    const bin = Math.min(bins - 1, Math.max(0, Math.ceil(share * bins) - 1));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}
