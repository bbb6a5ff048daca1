/** The next call might cost more than is left. */
export class BudgetReachedError extends Error {
  constructor() {
    super("the budget is reached");
    this.name = "BudgetReachedError";
  }
}

/** Money set aside for a call under way. */
type Reservation = {
  /** Replaces what was set aside by what the call cost. Only the first time counts. */
  settle(cost: number): void;
};

export type SpendingLimit = {
  /**
   * Sets aside the most that a call may cost. Waits while calls under way may still leave enough, first come first served.
   * @throws BudgetReachedError if there is not enough even when nothing else is under way.
   */
  reserve(most: number): Promise<Reservation>;
};

type Waiting = {
  readonly most: number;
  readonly grant: (reservation: Reservation) => void;
  readonly refuse: (error: BudgetReachedError) => void;
};

/**
 * Keeps spending within a limit by never starting a call that could pass it: settled + set aside ≤ limit at all times,
 * as long as no call costs more than was set aside for it.
 *
 * @param limit dollars; Infinity for none.
 * @param spent dollars spent before.
 */
export function createSpendingLimit({ limit, spent }: { limit: number; spent: number }): SpendingLimit {
  // Sums of many small amounts: an amount that is the limit but for rounding still fits.
  const capacity = limit * (1 + 1e-12);
  let settled = spent;
  let underWay = 0;
  let setAside = 0;
  const queue: Waiting[] = [];

  const take = (most: number): Reservation => {
    setAside += most;
    underWay++;
    let open = true;
    return {
      settle(cost) {
        if (!open) return;
        open = false;
        underWay--;
        setAside = underWay === 0 ? 0 : setAside - most;
        settled += cost;
        serve();
      },
    };
  };
  const serve = (): void => {
    for (let next = queue[0]; next !== undefined; next = queue[0]) {
      const fits = settled + setAside + next.most <= capacity;
      if (!fits && underWay > 0) return;
      queue.shift();
      if (fits) next.grant(take(next.most));
      else next.refuse(new BudgetReachedError());
    }
  };
  return {
    reserve: (most) =>
      new Promise((grant, refuse) => {
        queue.push({ most, grant, refuse });
        serve();
      }),
  };
}
