import { mean } from "@/lib/math/moments";

/** Prompts of about the same win rate, and how often the strong model really won on them. */
type ReliabilityBin = {
  /** Mean win rate. */
  readonly winRate: number;
  /** Mean outcome, ties half. */
  readonly observed: number;
  readonly count: number;
};

export type Reliability = {
  /** By ascending win rate. */
  readonly bins: readonly ReliabilityBin[];
  /** Expected calibration error: the mean of |win rate − observed| over bins, each weighing its count. */
  readonly error: number;
};

const BINS = 10;

/**
 * The reliability diagram in numbers: win rates cut into bins of equal count (equal win rates stay together, so there may
 * be fewer bins), beside what happened.
 * @param options.outcomes (n) in [0, 1]: 1 = strong won, 0 = weak won, 0.5 = tie.
 */
export function reliability(options: {
  readonly winRates: readonly number[];
  readonly outcomes: readonly number[];
}): Reliability {
  const sorted = options.winRates
    .map((winRate, index) => ({ winRate, outcome: options.outcomes[index] ?? Number.NaN }))
    .sort((left, right) => left.winRate - right.winRate);
  const bins: ReliabilityBin[] = [];
  for (let start = 0, cut = 1; start < sorted.length; cut++) {
    let end = Math.max(start + 1, Math.round((cut * sorted.length) / BINS));
    while (end < sorted.length && sorted[end]?.winRate === sorted[end - 1]?.winRate) end++;
    const rows = sorted.slice(start, end);
    bins.push({
      winRate: mean(rows.map(({ winRate }) => winRate)),
      observed: mean(rows.map(({ outcome }) => outcome)),
      count: rows.length,
    });
    start = end;
  }
  const total = bins.reduce((sum, { winRate, observed, count }) => sum + count * Math.abs(winRate - observed), 0);
  return { bins, error: sorted.length === 0 ? 0 : total / sorted.length };
}
