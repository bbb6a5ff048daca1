import type { Visitor } from "@/lib/access/visitor";
import { type AccountLimits, type Caller, createPurse } from "@/lib/gateway/key-ring";
import type { RequestRate } from "@/lib/gateway/request-rate";
import type { SpendingLedger } from "@/lib/gateway/spending-ledger";

/** The limits of those who ask on the pages, each of whom has an account. */
export type PersonBudgets = {
  /** Counts one request. @throws RoutingError `rate_limited` beyond the rate. */
  admit(person: Pick<Visitor, "id">): Promise<Caller>;
};

/** What a person is called in the book of what was spent: no key can have this name. */
const accountOf = (id: string): string => `person:${id}`;

export function createPersonBudgets(
  limits: AccountLimits,
  counting: { readonly ledger: SpendingLedger; readonly rate: RequestRate; readonly longestAnswer: number },
): PersonBudgets {
  return {
    async admit({ id }) {
      const account = accountOf(id);
      const { requestsPerMinute: perMinute, dollarsPerMonth } = limits;
      if (perMinute !== undefined) await counting.rate.count(account, { perMinute, who: "You" });
      return {
        name: undefined,
        purse: dollarsPerMonth === undefined ? undefined : createPurse(account, limits, counting),
      };
    },
  };
}
