import { formatDollars, formatGivenDollars } from "@/lib/domain/dollars";
import { RoutingError } from "@/lib/domain/routing-error";
import type { SetAside } from "./budget-account";
import { createSpendingLease, type SpendingLease } from "./spending-lease";

/** What accounts have spent and set aside, by month: kept where a restart, or another instance, finds it. */
export type SpendingStore = {
  /** Sets dollars aside in one step, if spent and set aside stay within the limit. @returns whether. */
  setAside(account: string, month: string, amounts: { dollars: number; limit: number }): Promise<boolean>;
  /** Books what was spent, and lets go of what was set aside. */
  book(account: string, month: string, amounts: { spent: number; released: number }): Promise<void>;
};

/** Dollars of keys and people: held to monthly limits, booked for all. */
export type SpendingLedger = {
  /** @throws RoutingError `rate_limited`, or what the book throws: nothing may be spent then. */
  setAside(
    account: string,
    request: { readonly most: number; readonly limit: number; readonly signal: AbortSignal | undefined },
  ): Promise<SetAside>;
  /** Notes what was spent without a limit. */
  note(account: string, dollars: number): void;
  /** Books all that is not booked yet, and gives back what is not needed. */
  close(): Promise<void>;
};

/** How often what was spent is booked. */
const BOOK_MS = 500;

/** The months of people's budgets are UTC's. */
export const monthOf = (time: number): string => new Date(time).toISOString().slice(0, 7);

/**
 * @param options.onTrouble told of spending that could not be booked now; it is tried again.
 * @param options.now milliseconds since 1970.
 */
export function createSpendingLedger(options: {
  readonly book: SpendingStore;
  readonly onTrouble: (error: unknown) => void;
  readonly now?: () => number;
}): SpendingLedger {
  const { book, onTrouble, now = Date.now } = options;
  const leases = new Map<string, SpendingLease>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function leaseOf(account: string): SpendingLease {
    const month = monthOf(now());
    const entry = `${month} ${account}`;
    const found = leases.get(entry);
    if (found !== undefined) return found;
    const lease = createSpendingLease({
      setAside: (amounts) => book.setAside(account, month, amounts),
      book: (amounts) => book.book(account, month, amounts),
      refusal: ({ most, limit, isUnderWay }) => refusal({ account, most, limit, isUnderWay, time: now() }),
    });
    leases.set(entry, lease);
    return lease;
  }

  function schedule(): void {
    timer ??= setTimeout(() => void bookAll("busy"), BOOK_MS).unref();
  }

  async function bookAll(which: "busy" | "all"): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    for (const [entry, lease] of leases) {
      try {
        await lease.book(which === "all");
      } catch (error) {
        onTrouble(error);
      }
      if (lease.isEmpty) leases.delete(entry);
    }
    if (leases.size > 0 && which === "busy") schedule();
  }

  return {
    async setAside(account, { most, limit, signal }) {
      const reserved = await leaseOf(account).reserve(most, { limit, signal });
      schedule();
      return { most, settle: reserved };
    },
    note(account, dollars) {
      if (dollars <= 0) return;
      leaseOf(account).note(dollars);
      schedule();
    },
    close: () => bookAll("all"),
  };
}

function refusal(about: {
  readonly account: string;
  readonly most: number;
  readonly limit: number;
  readonly isUnderWay: boolean;
  readonly time: number;
}): RoutingError {
  const { account, most, limit, isUnderWay, time } = about;
  const whose = account.startsWith("person:") ? "Your budget" : `The budget of the key ${account}`;
  const date = new Date(time);
  const nextMonth = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
  if (isUnderWay) {
    return new RoutingError({
      ...{ code: "rate_limited", parameter: "requests", retryAfterSeconds: 5 },
      message: `${whose} of ${formatGivenDollars(limit)} a month is held by answers under way; try again in some seconds.`,
    });
  }
  return new RoutingError({
    ...{ code: "rate_limited", parameter: "budget" },
    message: `${whose} of ${formatGivenDollars(limit)} a month has less left than the ${formatDollars(most)} that this request may cost; ask for a shorter answer (max_tokens), wait for the next month (UTC), or have the budget raised.`,
    retryAfterSeconds: Math.ceil((nextMonth - time) / 1000),
  });
}
