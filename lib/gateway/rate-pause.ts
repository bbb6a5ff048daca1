/** What a provider says about its rate (429 with Retry-After), for the calls that come next. */
export type RatePause = {
  /** Milliseconds for which a call is to wait, a whole number; 0 if it may go out. */
  begin(): number;
  /** @param request tells requests apart. */
  told(retryAfterMs: number, request: string): void;
  answered(): void;
};

/** In a longer pause one call goes out each time as a probe: what was told may have been about other requests only. */
const PROBE_MS = 10_000;

/**
 * Holds calls back for as long as the provider asks, once two different requests in a row have been told so: one alone may
 * be refused for what it is itself, such as its length.
 * @param now milliseconds of a clock that never goes back.
 */
export function createRatePause(now: () => number = () => performance.now()): RatePause {
  let lastTold: string | undefined;
  let until = Number.NEGATIVE_INFINITY;
  let nextProbe = Number.NEGATIVE_INFINITY;
  return {
    begin() {
      const time = now();
      if (time >= until) return 0;
      if (time < nextProbe) return Math.ceil(until - time);
      nextProbe = time + PROBE_MS;
      return 0;
    },
    told(retryAfterMs, request) {
      const time = now();
      if (lastTold !== undefined && lastTold !== request) {
        if (time >= until) nextProbe = time + PROBE_MS;
        until = Math.max(until, time + retryAfterMs);
      }
      lastTold = request;
    },
    answered() {
      lastTold = undefined;
      until = Number.NEGATIVE_INFINITY;
    },
  };
}
