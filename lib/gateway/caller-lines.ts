import { type BreakerSettings, type CircuitBreaker, createCircuitBreaker } from "./circuit-breaker";
import { createRatePause, type RatePause } from "./rate-pause";

/** What one caller's calls to one model have met. */
type CallerLine = { readonly breaker: CircuitBreaker; readonly pause: RatePause };

/** The most callers that are told apart; of more, those are forgotten that have been silent for longest. */
const MOST_CALLERS = 1000;

/** One line for each caller: requests that only fail for what they ask close nobody else's. */
export function createCallerLines(settings: BreakerSettings, now?: () => number): (caller: string) => CallerLine {
  const lines = new Map<string, CallerLine>();
  return (caller) => {
    const line = lines.get(caller) ?? { breaker: createCircuitBreaker(settings, now), pause: createRatePause(now) };
    lines.delete(caller);
    lines.set(caller, line);
    const [silent] = lines.keys();
    if (lines.size > MOST_CALLERS && silent !== undefined) lines.delete(silent);
    return line;
  };
}
