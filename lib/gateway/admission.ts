import { RoutingError } from "@/lib/domain/routing-error";

/** Lets so many requests in at a time; a bounded number waits, in order, and the others are sent away. */
export type Admission = {
  /**
   * @returns what gives the place back; calling it again does nothing.
   * @throws RoutingError `rate_limited` where too many wait already or the wait took too long; the signal's reason.
   */
  enter(signal: AbortSignal): Promise<() => void>;
  readonly active: number;
  readonly waiting: number;
};

export function createAdmission(limits: {
  readonly maximumActive: number;
  readonly maximumWaiting: number;
  readonly longestWaitMs: number;
}): Admission {
  let active = 0;
  const queue = new Set<() => void>();

  function takePlace(): () => void {
    active += 1;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      active -= 1;
      const [next] = queue;
      next?.();
    };
  }
  const busy = (): RoutingError =>
    new RoutingError({
      ...{ code: "rate_limited", parameter: "concurrency", retryAfterSeconds: 1 },
      message: "Too many requests are being answered at the moment; try again in a second.",
    });

  return {
    get active() {
      return active;
    },
    get waiting() {
      return queue.size;
    },
    async enter(signal) {
      signal.throwIfAborted();
      if (active < limits.maximumActive) return takePlace();
      if (queue.size >= limits.maximumWaiting) throw busy();
      return new Promise((resolve, reject) => {
        const stopWaiting = () => {
          queue.delete(turn);
          clearTimeout(timer);
          signal.removeEventListener("abort", giveUp);
        };
        const turn = () => {
          stopWaiting();
          resolve(takePlace());
        };
        const giveUp = () => {
          stopWaiting();
          reject(signal.reason);
        };
        const timer = setTimeout(() => {
          stopWaiting();
          reject(busy());
        }, limits.longestWaitMs);
        signal.addEventListener("abort", giveUp, { once: true });
        queue.add(turn);
      });
    },
  };
}
