import { setImmediate as nextTurn } from "node:timers/promises";

/**
 * Hundreds of requests that come in the same moment would be begun in one turn of the event loop, and all others would
 * wait for that.
 * @returns what resolves for one caller in a turn, in their order: between two of them what else has come is done.
 */
export function createOnePerTurn(): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return async () => {
    const own = last.then(() => nextTurn());
    last = own;
    await own;
  };
}
