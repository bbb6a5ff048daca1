/** One account's money of one month in this process: a slice of its budget, taken from the book, and what became of it. */
export type SpendingLease = {
  /**
   * Sets aside the most that a call may cost. Waits, first come first served, while calls under way may leave enough.
   * @returns what replaces it by what the call cost, the first time it is called.
   */
  reserve(
    most: number,
    about: { readonly limit: number; readonly signal: AbortSignal | undefined },
  ): Promise<(dollars: number) => void>;
  /** Notes what was spent without having been set aside. */
  note(dollars: number): void;
  /** Books what was spent; gives back what nobody has needed since the last time, or `everything`. */
  book(everything: boolean): Promise<void>;
  readonly isEmpty: boolean;
};

type Waiting = {
  readonly most: number;
  readonly limit: number;
  readonly grant: () => void;
  readonly refuse: (error: unknown) => void;
};

/** Part of a budget that is taken at a time: a killed process loses no more of it, beside what its calls held. */
const SLICE = 0.01;
const LONGEST_WAIT_MS = 30_000;
const LONGEST_QUEUE = 2000;
/** So long the book is not asked again for what it has just refused. */
const ASK_AGAIN_MS = 250;
/** Sums of many small amounts differ by about so much. */
const ROUNDING = 1e-12;

/**
 * What is in the lease is set aside in the book, so that spending it needs no further question, and whatever happens to
 * this process the limit holds: held ≥ spent + under way at all times, as long as no call costs more than was set aside.
 */
export function createSpendingLease(options: {
  readonly setAside: (amounts: { dollars: number; limit: number }) => Promise<boolean>;
  readonly book: (amounts: { spent: number; released: number }) => Promise<void>;
  readonly refusal: (about: { most: number; limit: number; isUnderWay: boolean }) => Error;
}): SpendingLease {
  const { setAside, book, refusal } = options;
  /** Set aside in the book by this process. */
  let held = 0;
  /** Of it, spent and not yet booked as such. */
  let spent = 0;
  /** Spent without having been set aside. */
  let noted = 0;
  let underWay = 0;
  let calls = 0;
  let wasUsed = false;
  let refusedAt = Number.NEGATIVE_INFINITY;
  let isServing = false;
  const queue = new Set<Waiting>();
  const left = (): number => held - spent - underWay;

  /** Takes more from the budget: enough for all that wait, or for the first of them. */
  async function extend(first: Waiting): Promise<boolean> {
    const { limit } = first;
    const need = first.most - left();
    const all = [...queue].reduce((sum, { most }) => sum + most, 0) - left();
    for (const dollars of new Set([Math.max(need, all, limit * SLICE), Math.max(need, limit * SLICE), need])) {
      if (dollars > limit) continue;
      if (!(await setAside({ dollars, limit }))) continue;
      held += dollars;
      return true;
    }
    return false;
  }

  async function serve(): Promise<void> {
    if (isServing) return;
    isServing = true;
    try {
      for (let [first] = queue; first !== undefined; [first] = queue) {
        if (left() + ROUNDING >= first.most) first.grant();
        else if (calls > 0 && performance.now() - refusedAt < ASK_AGAIN_MS) return;
        else if (!(await extend(first))) {
          refusedAt = performance.now();
          // What was under way may have ended meanwhile.
          if (left() + ROUNDING >= first.most) continue;
          if (calls > 0) return;
          first.refuse(refusal({ ...first, isUnderWay: false }));
        }
      }
    } catch (error) {
      // Nothing can be booked: nobody may spend.
      for (const { refuse } of queue) refuse(error);
    } finally {
      isServing = false;
    }
  }

  function take(most: number): (dollars: number) => void {
    underWay += most;
    calls += 1;
    let isOpen = true;
    return (dollars) => {
      if (!isOpen) return;
      isOpen = false;
      calls -= 1;
      underWay = calls === 0 ? 0 : underWay - most;
      spent += dollars;
      wasUsed = true;
      void serve();
    };
  }

  return {
    reserve(most, { limit, signal }) {
      wasUsed = true;
      if (queue.size === 0 && left() >= most) return Promise.resolve(take(most));
      return new Promise((resolve, reject) => {
        if (queue.size >= LONGEST_QUEUE) return reject(refusal({ most, limit, isUnderWay: true }));
        const leave = (): void => {
          queue.delete(waiting);
          clearTimeout(timer);
          signal?.removeEventListener("abort", giveUp);
        };
        const waiting: Waiting = {
          ...{ most, limit },
          grant() {
            leave();
            resolve(take(most));
          },
          refuse(error) {
            leave();
            reject(error);
          },
        };
        const giveUp = (): void => waiting.refuse(signal?.reason);
        const timer = setTimeout(() => waiting.refuse(refusal({ ...waiting, isUnderWay: true })), LONGEST_WAIT_MS);
        signal?.addEventListener("abort", giveUp, { once: true });
        queue.add(waiting);
        if (signal?.aborted) giveUp();
        else void serve();
      });
    },
    note(dollars) {
      noted += dollars;
      wasUsed = true;
    },
    async book(everything) {
      const isIdle = calls === 0 && queue.size === 0 && !isServing && (everything || !wasUsed);
      wasUsed = false;
      const fromHeld = spent;
      const extra = noted;
      if (fromHeld + extra > 0) {
        [held, spent, noted] = [held - fromHeld, spent - fromHeld, noted - extra];
        try {
          await book({ spent: fromHeld + extra, released: fromHeld });
        } catch (error) {
          // It stays set aside in the book, and is booked later.
          [held, spent, noted] = [held + fromHeld, spent + fromHeld, noted + extra];
          throw error;
        }
        if (!everything) return;
      }
      if (!isIdle || held === 0 || calls > 0 || queue.size > 0 || isServing) return;
      const released = held;
      held = 0;
      // Not taken back where this fails: it may have been given back all the same.
      await book({ spent: 0, released });
    },
    get isEmpty() {
      return held === 0 && noted === 0 && calls === 0 && queue.size === 0 && !isServing;
    },
  };
}
