import { RoutingError } from "@/lib/domain/routing-error";
import { scaleWinRate, type WinRateScale } from "@/lib/routers/win-rate-scale";
import { fitLogistic } from "@/lib/training/solvers/fit-logistic";

/** Win rates nearer to 0 and 1 than this count as this far: their log-odds would drown all others. */
const MARGIN = 1e-6;
/** Outcomes that fall as win rates rise ask for a slope below 0, which would turn the ranking round: this is the least. */
const SMALLEST_SLOPE = 0.05;
const BISECTIONS = 60;

/**
 * Platt scaling: the slope and offset of log-odds under which real outcomes are likeliest. Fit it on win rates that did not
 * see these outcomes; the ranking stays whatever comes out, because the slope is positive.
 * @param winRates (n) in [0, 1].
 * @param outcomes (n) in [0, 1]: 1 = strong won, 0 = weak won, 0.5 = tie.
 * @throws RoutingError if there is nothing to fit on, or the two differ in length.
 */
export function fitWinRateScale(winRates: ArrayLike<number>, outcomes: ArrayLike<number>): WinRateScale {
  if (winRates.length === 0 || winRates.length !== outcomes.length) {
    throw new RoutingError({
      code: "invalid_data",
      parameter: "outcomes",
      message: `A scale needs one outcome for each win rate and at least one of both, but got ${outcomes.length} and ${winRates.length}.`,
    });
  }
  const rows = Array.from(winRates, (winRate, index) => {
    const inside = Math.min(1 - MARGIN, Math.max(MARGIN, winRate));
    return { feature: Math.log(inside / (1 - inside)), outcome: outcomes[index] ?? 0.5, weight: 1 };
  });
  const { intercept, slope } = fitLogistic(rows);
  if (slope >= SMALLEST_SLOPE) return { slope, offset: intercept };
  return { slope: SMALLEST_SLOPE, offset: offsetFor(SMALLEST_SLOPE, { winRates, outcomes }) };
}

/** The offset at which the mean win rate is the mean outcome, by bisection: the mean rises with the offset. */
function offsetFor(
  slope: number,
  { winRates, outcomes }: { readonly winRates: ArrayLike<number>; readonly outcomes: ArrayLike<number> },
): number {
  const wanted = Array.from(outcomes).reduce((sum, outcome) => sum + outcome, 0);
  let [low, high] = [-20, 20];
  for (let step = 0; step < BISECTIONS; step++) {
    const offset = (low + high) / 2;
    const reached = Array.from(winRates).reduce((sum, winRate) => sum + scaleWinRate(winRate, { slope, offset }), 0);
    if (reached < wanted) low = offset;
    else high = offset;
  }
  return (low + high) / 2;
}
