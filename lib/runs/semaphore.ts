export type Turn = (signal: AbortSignal, work: () => Promise<void>) => Promise<void>;

/**
 * Lets a few pieces of work run at a time; the others wait in their order.
 * @returns rejects with the signal's reason if it aborts while the work still waits; work that runs is let to its end.
 */
export function createSemaphore(atATime: number): Turn {
  let running = 0;
  const waiting: (() => void)[] = [];

  const wait = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const begin = () => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(begin), 1);
        reject(signal.reason);
      };
      waiting.push(begin);
      signal.addEventListener("abort", leave, { once: true });
    });

  return async (signal, work) => {
    signal.throwIfAborted();
    if (running >= atATime) await wait(signal);
    else running++;
    try {
      await work();
    } finally {
      // Whoever waits takes this place over.
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}
