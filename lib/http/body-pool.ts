import { RoutingError } from "@/lib/domain/routing-error";
import { perProcess } from "@/lib/runtime/once-per-process";

/** The memory of one request's body, while it is read and until the request has its turn. */
export type BodyHold = {
  /** Counts more of it. @throws RoutingError `overloaded` where nobody else's can be let go of for it. */
  add(bytes: number): void;
  /** All of it is there: from now on it only waits, and is not let go of for others. */
  complete(): void;
  release(): void;
};

export type BodyPool = {
  /** @param cutOff called where this one is let go of for others: it is the one that has been sending for longest. */
  open(cutOff: (error: RoutingError) => void): BodyHold;
  /** All that is held now. */
  readonly bytes: number;
};

/** Bounds the memory of all bodies that are being sent or wait for their turn; slow senders lose it to quick ones. */
export function createBodyPool(maximumBytes: number): BodyPool {
  let total = 0;
  /** In the order in which they began. */
  const sending = new Set<{ readonly bytes: () => number; readonly letGo: () => void }>();

  return {
    get bytes() {
      return total;
    },
    open(cutOff) {
      let bytes = 0;
      let isOpen = true;
      const own = {
        bytes: () => bytes,
        letGo() {
          release();
          cutOff(full());
        },
      };
      function release(): void {
        if (!isOpen) return;
        isOpen = false;
        sending.delete(own);
        total -= bytes;
      }
      sending.add(own);
      return {
        release,
        add(more) {
          if (!isOpen) return;
          total += more;
          bytes += more;
          for (const other of sending) {
            if (total <= maximumBytes) return;
            if (other !== own && other.bytes() > 0) other.letGo();
          }
          // One alone is bounded by its own limit, so there is always room for it.
          if (total > maximumBytes && total > bytes) throw full();
        },
        complete() {
          sending.delete(own);
        },
      };
    },
  };
}

const full = (): RoutingError =>
  new RoutingError({
    ...{ code: "overloaded", parameter: "body", retryAfterSeconds: 1 },
    message: "Too much is being sent to this server at once; try again in a second.",
  });

/** Eight bodies of the longest kind, thousands of usual ones. */
const MAXIMUM_BYTES = 64_000_000;

/** The one of this process, for the endpoint and the pages. */
export const bodyPool = perProcess("bodies", () => createBodyPool(MAXIMUM_BYTES));
