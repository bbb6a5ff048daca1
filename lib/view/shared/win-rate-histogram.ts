/** Bars of equal width over [minimum, maximum]; `maximum` itself belongs to the last one. */
export type WinRateHistogram = {
  readonly minimum: number;
  readonly maximum: number;
  readonly counts: readonly number[];
  /** The tallest bar's count. */
  readonly peak: number;
};

const EDGE = 0.05;

/**
 * Counts win rates in `bins` bars. The range is the win rates' own, widened to multiples of .05, because learned
 * win rates keep to a narrow middle of [0, 1] and would be a spike on the full range.
 */
export function winRateHistogram(winRates: ArrayLike<number>, bins = 40): WinRateHistogram {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < winRates.length; row++) {
    low = Math.min(low, winRates[row] as number);
    high = Math.max(high, winRates[row] as number);
  }
  if (winRates.length === 0) return { minimum: 0, maximum: 1, counts: new Array(bins).fill(0), peak: 0 };
  const minimum = Math.min(1 - EDGE, Math.max(0, Math.floor(low / EDGE) * EDGE));
  const maximum = Math.min(1, Math.max(Math.ceil(high / EDGE) * EDGE, minimum + EDGE));
  const counts = countInBins(winRates, { minimum, maximum, bins });
  return { minimum, maximum, counts, peak: Math.max(...counts) };
}

/** @returns (bins) how many values fall into each bar of equal width; those beyond an end belong to the bar there. */
export function countInBins(
  values: ArrayLike<number>,
  { minimum, maximum, bins }: { readonly minimum: number; readonly maximum: number; readonly bins: number },
): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (let index = 0; index < values.length; index++) {
    const position = (((values[index] as number) - minimum) / (maximum - minimum)) * bins;
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(position)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}
