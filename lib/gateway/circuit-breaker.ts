/** How a call ended. unknown: nothing follows from it, as where its caller hung up or the failure was of the call's own. */
export type CallOutcome = "answered" | "failed" | "unknown";

/** A call that may go out. */
type AdmittedCall = {
  /**
   * May be told again: a stream that began well can break later.
   * @param request tells requests apart: what one of them meets, however often it is repeated, counts once.
   */
  ended(outcome: CallOutcome, request: string): void;
};

/** Keeps calls from a provider that fails anyway: they would only wait for their deadline, and add to its load. */
export type CircuitBreaker = {
  /** @returns the call, or for how many milliseconds none is to be sent. */
  begin(): AdmittedCall | { readonly restMs: number };
};

export type BreakerSettings = {
  /** Opens at this share of failures among recent calls, in (0, 1]. */
  readonly share: number;
  /** But only once so many different requests have failed. */
  readonly minimumFailures: number;
  /** How long a call counts as recent. */
  readonly recentMs: number;
  readonly restMs: number;
};

/** The most calls that are remembered. */
const REMEMBERED = 200;

/**
 * Opens where most recent calls failed, for different requests, and rests for `restMs`. Then one call goes out as a probe:
 * its answer closes the breaker, its failure begins another rest, and where it says nothing the next call is the probe.
 * @param now milliseconds of a clock that never goes back.
 */
export function createCircuitBreaker(
  { share, minimumFailures, recentMs, restMs }: BreakerSettings,
  now: () => number = () => performance.now(),
): CircuitBreaker {
  /** Oldest first. */
  const recent = new Map<string | symbol, { readonly failed: boolean; readonly at: number }>();
  let isOpen = false;
  let restsUntil = Number.NEGATIVE_INFINITY;

  function remember(key: string | symbol, failed: boolean): void {
    recent.delete(key);
    recent.set(key, { failed, at: now() });
    for (const [old, { at }] of recent) {
      if (recent.size <= REMEMBERED && now() - at <= recentMs) break;
      recent.delete(old);
    }
  }
  function isBroken(): boolean {
    const failures = [...recent.values()].filter(({ failed }) => failed).length;
    return failures >= minimumFailures && failures >= share * recent.size;
  }
  function rest(): void {
    isOpen = true;
    restsUntil = now() + restMs;
  }

  return {
    begin() {
      const left = isOpen ? restsUntil - now() : 0;
      if (left > 0) return { restMs: left };
      const isProbe = isOpen;
      // The others rest until it is known how the probe ended, but not for longer than that.
      if (isProbe) rest();
      const answered = Symbol("answered");
      return {
        ended(outcome, request) {
          if (isProbe && isOpen) {
            if (outcome === "failed") rest();
            else if (outcome === "unknown") restsUntil = now();
            else {
              isOpen = false;
              recent.clear();
            }
          } else if (!isOpen && outcome !== "unknown") {
            const failed = outcome === "failed";
            if (failed) recent.delete(answered);
            remember(failed ? request : answered, failed);
            if (failed && isBroken()) rest();
          }
        },
      };
    },
  };
}
