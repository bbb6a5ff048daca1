/** Questions of about the same win rate, and how their two answers compared. */
export type OutcomeBin = {
  /** Mean win rate. */
  readonly winRate: number;
  /** How many of them the strong model answered better, both alike, and the weak model better. */
  readonly strong: number;
  readonly tie: number;
  readonly weak: number;
};

const BINS = 10;

/**
 * What win rates stand for: questions cut by win rate into bins of equal count (equal win rates stay together, so there
 * may be fewer), and in each how often either answer was the better one. A win rate counts a tie half, so that it alone
 * does not tell how often the strong model is better.
 *
 * @param winRates (n) of questions that the router was not trained on; strong, weak: (n) scores of the two answers.
 * @returns by ascending win rate.
 */
export function outcomeBins({
  winRates,
  strong,
  weak,
}: {
  readonly winRates: ArrayLike<number>;
  readonly strong: ArrayLike<number>;
  readonly weak: ArrayLike<number>;
}): OutcomeBin[] {
  const at = (column: ArrayLike<number>, row: number): number => column[row] ?? Number.NaN;
  const rows = Array.from({ length: winRates.length }, (_, row) => row).sort(
    (one, other) => at(winRates, one) - at(winRates, other),
  );
  const bins: OutcomeBin[] = [];
  for (let start = 0, cut = 1; start < rows.length; cut++) {
    let end = Math.max(start + 1, Math.round((cut * rows.length) / BINS));
    while (end < rows.length && at(winRates, rows[end] ?? -1) === at(winRates, rows[end - 1] ?? -1)) end++;
    const inside = rows.slice(start, end);
    const counts = { winRate: 0, strong: 0, tie: 0, weak: 0 };
    for (const row of inside) {
      const [better, worse] = [at(strong, row), at(weak, row)];
      counts[better > worse ? "strong" : better < worse ? "weak" : "tie"] += 1;
      counts.winRate += at(winRates, row) / inside.length;
    }
    bins.push(counts);
    start = end;
  }
  return bins;
}
