/** A win rate nearer to 0 or 1 counts as this far, so that one outcome cannot decide a mean. */
const MARGIN = 1e-6;

/**
 * Cross-entropy of an outcome and the win rate that foretold it, −[y·ln w + (1 − y)·ln(1 − w)], in nats; always finite.
 * @param outcome 1 = strong won, 0 = weak won, 0.5 = tie.
 */
export function logLoss(winRate: number, outcome: number): number {
  const inside = Math.min(1 - MARGIN, Math.max(MARGIN, winRate));
  return -(outcome * Math.log(inside) + (1 - outcome) * Math.log(1 - inside));
}
