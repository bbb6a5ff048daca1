/** Speed is that of the last seconds: what a person who waits can go by. */
const WINDOW_MS = 5_000;

export type Throughput = {
  /** So many more are done. */
  add(count: number): void;
  /** A second, over the window; 0 before anything is done. */
  perSecond(): number;
};

/** @param now milliseconds that never go back. */
export function createThroughput(now: () => number): Throughput {
  let done = 0;
  // The first entry is the newest that is as old as the window, or the start.
  let history = [{ time: now(), done }];
  const forgetOld = () => {
    const start = now() - WINDOW_MS;
    const first = history.findLastIndex(({ time }) => time <= start);
    if (first > 0) history = history.slice(first);
  };
  return {
    add(count) {
      done += count;
      history.push({ time: now(), done });
      forgetOld();
    },
    perSecond() {
      forgetOld();
      const [first] = history;
      const elapsed = now() - (first?.time ?? 0);
      return first === undefined || elapsed <= 0 ? 0 : (1000 * (done - first.done)) / elapsed;
    },
  };
}
