/** Keeps calls from a provider that fails anyway: they would only wait for their deadline, and add to its load. */
export type CircuitBreaker = {
  /** @returns milliseconds for which nothing is to be sent; 0 if a call may go out. */
  restMs(): number;
  /** An answer came, or a failure for which the provider is not to blame. */
  succeeded(): void;
  failed(): void;
};

/**
 * Opens after `failures` in a row and closes for one trial call each `restMs`: if that succeeds, all calls go out again.
 * @param now milliseconds of a clock that never goes back.
 */
export function createCircuitBreaker({
  failures,
  restMs,
  now = () => performance.now(),
}: {
  readonly failures: number;
  readonly restMs: number;
  readonly now?: () => number;
}): CircuitBreaker {
  let inARow = 0;
  let closedUntil = Number.NEGATIVE_INFINITY;
  return {
    restMs() {
      if (inARow < failures) return 0;
      const left = closedUntil - now();
      if (left > 0) return left;
      // This caller is the trial; the others rest on until it is known how it ended.
      closedUntil = now() + restMs;
      return 0;
    },
    succeeded() {
      inARow = 0;
    },
    failed() {
      inARow += 1;
      if (inARow >= failures) closedUntil = now() + restMs;
    },
  };
}
