import type { BilledAnswer } from "./answer-in-words";

/** What a conversation cost so far. */
export type ChatTotal = BilledAnswer & {
  /** Answers that are in the sums. */
  readonly billed: number;
  /** Answers without a bill: stopped, or by a provider that counts no tokens. */
  readonly unbilled: number;
  /** Part of what always-strong would have cost that was saved; negative if more was spent. Null if that is nothing. */
  readonly savedShare: number | null;
};

/** Adds bills up; undefined stands for an answer without one. */
export function totalOf(bills: readonly (BilledAnswer | undefined)[]): ChatTotal {
  const known = bills.filter((bill) => bill !== undefined);
  const sum = (field: keyof BilledAnswer): number => known.reduce((total, bill) => total + bill[field], 0);
  const [cost, alwaysStrong, alwaysWeak] = [sum("cost"), sum("alwaysStrong"), sum("alwaysWeak")];
  return {
    ...{ cost, alwaysStrong, alwaysWeak },
    billed: known.length,
    unbilled: bills.length - known.length,
    savedShare: alwaysStrong === 0 ? null : 1 - cost / alwaysStrong,
  };
}
