import { RoutingError } from "@/lib/domain/routing-error";

export type CallQueue = <Result>(call: () => Promise<Result>) => Promise<Result>;

/**
 * Runs one call at a time, first come, first served; the call of one user thus waits for one batch of another's, never
 * for all of them.
 * @param options.longest calls that may wait; whoever comes after them is refused at once, so that a flood costs no memory.
 */
export function createCallQueue({ longest }: { readonly longest: number }): CallQueue {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async (call) => {
    if (waiting >= longest) {
      throw new RoutingError({
        code: "overloaded",
        parameter: "prompt",
        message: `${longest} prompts are waiting to be scored already: try again in a moment.`,
      });
    }
    waiting += 1;
    const result = last.then(call).finally(() => {
      waiting -= 1;
    });
    // A call that failed is its caller's affair, not the next one's.
    last = result.catch(() => undefined);
    return result;
  };
}
