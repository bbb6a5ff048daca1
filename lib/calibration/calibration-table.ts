import { toWinRate } from "@/lib/domain/win-rate";
import { calibrateSorted } from "./calibrate";
import { thresholdRange } from "./threshold-range";

/** A target share is a multiple of 1/1,000. */
export const TARGET_STEPS = 1000;

const HISTOGRAM_BINS = 500;
/** .58 · 500 may come out as 289.999…; far less than any two win rates differ by in single precision. */
const ROUNDING = 1e-9;

/** Shares 0, .001 … 1 (1,001). */
export const ALL_TARGETS: readonly number[] = Array.from(
  { length: TARGET_STEPS + 1 },
  (_, step) => step / TARGET_STEPS,
);

/** What a router's threshold can be on one sample; the shape is that of lib/schemas/web/run-calibration. */
export type CalibrationTable = {
  /** α for each target, falling, as a model name can say it. This and the next eight have an entry a target. */
  readonly thresholds: number[];
  /** Share of the calibration rows that reach α, rising; the target itself but for ties. */
  readonly shares: number[];
  /** The same of the held-out rows; empty if none were held out. */
  readonly heldOutShares: number[];
  /** 95 % range of the share to expect on another batch as large as the held-out part (or as the sample without one). */
  readonly shareLow: number[];
  readonly shareHigh: number[];
  /** 95 % range of α; see threshold-range. */
  readonly thresholdLow: number[];
  readonly thresholdHigh: number[];
  /** Mean tokens of all rows (held out or not) that reach α, and of those that do not; 0 where there are none. */
  readonly strongTokens: number[];
  readonly weakTokens: number[];
  /** (500) counts of all win rates in [0, .002), [.002, .004) … [.998, 1]: learned ones keep to a narrow middle. */
  readonly histogram: number[];
};

/**
 * Everything that a slider over target shares needs of one router's win rates on one sample, so that moving it asks no
 * server: α from the calibration rows, what it does to the held-out ones, and how far to trust both.
 *
 * One sort and one pass: each row is put where the falling thresholds first let it through to strong; running sums of
 * these places are the counts and tokens at every target. O(n log n), about a second for a million rows.
 *
 * @param winRates (n) each in [0, 1].
 * @param tokens (n) of each prompt, estimated.
 * @param heldOut whether a row is kept from calibration; see held-out-rows.
 * @param targets shares of strong calls, ascending.
 * @throws RoutingError if no row is left to calibrate on, or a win rate is not in [0, 1].
 */
export function calibrationTable({
  winRates,
  tokens,
  heldOut,
  targets = ALL_TARGETS,
}: {
  readonly winRates: ArrayLike<number>;
  readonly tokens: ArrayLike<number>;
  readonly heldOut: (row: number) => boolean;
  readonly targets?: readonly number[];
}): CalibrationTable {
  const ascending = calibrationPart(winRates, heldOut);
  const heldOutRows = winRates.length - ascending.length;
  const newPrompts = heldOutRows === 0 ? ascending.length : heldOutRows;
  const calibrations = targets.map((strongShare) => calibrateSorted({ ascending, strongShare, newPrompts }));
  const ranges = targets.map((strongShare) => thresholdRange(ascending, strongShare));
  const thresholds = calibrations.map(({ threshold }): number => threshold);
  const reached = sumsOverTargets({ winRates, tokens, heldOut, thresholds });
  return {
    thresholds,
    shares: calibrations.map(({ achievedShare }) => achievedShare),
    heldOutShares: heldOutRows === 0 ? [] : Array.from(reached.heldOut, (count) => count / heldOutRows),
    shareLow: calibrations.map(({ interval }) => interval[0]),
    shareHigh: calibrations.map(({ interval }) => interval[1]),
    thresholdLow: ranges.map(([low]): number => low),
    thresholdHigh: ranges.map(([, high]): number => high),
    strongTokens: Array.from(reached.tokens, (sum, step) => ratio(sum, reached.rows[step] ?? 0)),
    weakTokens: Array.from(reached.tokens, (sum, step) =>
      ratio(reached.allTokens - sum, winRates.length - (reached.rows[step] ?? 0)),
    ),
    histogram: histogramOf(winRates),
  };
}

const ratio = (sum: number, count: number): number => (count === 0 ? 0 : sum / count);

/** @returns the win rates that are not held out, ascending. */
function calibrationPart(winRates: ArrayLike<number>, heldOut: (row: number) => boolean): Float64Array {
  const kept = new Float64Array(winRates.length);
  let count = 0;
  for (let row = 0; row < winRates.length; row++) {
    const winRate = toWinRate(winRates[row] ?? Number.NaN);
    if (!heldOut(row)) kept[count++] = winRate;
  }
  return kept.subarray(0, count).sort();
}

/** At each target: rows of all, held-out rows, and tokens that reach its threshold. */
function sumsOverTargets({
  winRates,
  tokens,
  heldOut,
  thresholds,
}: Omit<Parameters<typeof calibrationTable>[0], "targets"> & { readonly thresholds: readonly number[] }) {
  const falling = Float64Array.from(thresholds);
  const sums = {
    rows: new Float64Array(falling.length),
    heldOut: new Float64Array(falling.length),
    tokens: new Float64Array(falling.length),
    allTokens: 0,
  };
  for (let row = 0; row < winRates.length; row++) {
    const rowTokens = tokens[row] ?? 0;
    const place = firstReached(falling, winRates[row] as number);
    sums.allTokens += rowTokens;
    if (place === falling.length) continue;
    sums.rows[place] = (sums.rows[place] as number) + 1;
    sums.tokens[place] = (sums.tokens[place] as number) + rowTokens;
    if (heldOut(row)) sums.heldOut[place] = (sums.heldOut[place] as number) + 1;
  }
  for (const column of [sums.rows, sums.heldOut, sums.tokens]) {
    for (let step = 1; step < column.length; step++)
      column[step] = (column[step] as number) + (column[step - 1] as number);
  }
  return sums;
}

/** Index of the first of the falling thresholds that `winRate` reaches; their number if it reaches none. */
function firstReached(falling: Float64Array, winRate: number): number {
  let low = 0;
  let high = falling.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (winRate >= (falling[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function histogramOf(winRates: ArrayLike<number>): number[] {
  const counts = new Array<number>(HISTOGRAM_BINS).fill(0);
  for (let row = 0; row < winRates.length; row++) {
    const bin = Math.min(HISTOGRAM_BINS - 1, Math.floor((winRates[row] as number) * HISTOGRAM_BINS + ROUNDING));
    counts[bin] = (counts[bin] as number) + 1;
  }
  return counts;
}
