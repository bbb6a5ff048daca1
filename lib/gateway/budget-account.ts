/** Money set aside for a call under way. */
export type SetAside = {
  /** What the call may cost at most; undefined where nothing limits it. */
  readonly most: number | undefined;
  /** Replaces what was set aside by what the call cost. Only the first time counts. */
  settle(dollars: number): void;
};

/** What the calls for one request are paid from. */
export type BudgetAccount = {
  /** Tokens of an answer for which the request gives no limit; undefined where none is needed. */
  readonly longestAnswer: number | undefined;
  /**
   * @param most works out what the call may cost at most, where that matters.
   * @throws RoutingError `rate_limited` where there is not enough, `storage_unusable` where it cannot be booked.
   */
  setAside(most: () => number, signal: AbortSignal | undefined): Promise<SetAside>;
};
