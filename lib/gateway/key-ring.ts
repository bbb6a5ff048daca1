import { createHash, timingSafeEqual } from "node:crypto";
import { RoutingError } from "@/lib/domain/routing-error";
import type { ApiKey } from "@/lib/schemas/api-keys";

/** Whoever may ask, and what is counted for him. */
export type Caller = {
  /** The key's name; undefined where no key is needed. */
  readonly name: string | undefined;
  /** Books what an answer cost, where the key has a budget. */
  spend(dollars: number): Promise<void>;
};

/** What keys have spent, by month: kept where a restart, or another instance, finds it. */
export type SpendingBook = {
  /** Dollars of a key in a month, `2026-11`. */
  spent(key: string, month: string): Promise<number>;
  add(key: string, month: string, dollars: number): Promise<void>;
};

export type KeyRing = {
  /** Who an `Authorization` header is. @throws RoutingError `unauthorized`. */
  identify(authorization: string | null): Caller;
  /** As `identify`, counting one request. @throws RoutingError `rate_limited` beyond the key's limits too. */
  admit(authorization: string | null): Promise<Caller>;
};

const MINUTE_MS = 60_000;
const EVERYBODY: Caller = { name: undefined, spend: async () => undefined };

/**
 * Checks keys by their hashes, and holds each to its limits: requests by a bucket that a minute fills, dollars by month
 * (UTC). A request under way is not booked yet, so that a budget may be passed by what the last few answers cost.
 * @param options.now milliseconds since 1970.
 */
export function createKeyRing(options: {
  readonly keys: readonly ApiKey[];
  readonly book: SpendingBook;
  readonly now?: () => number;
  /** Whether a key is needed where there is none. */
  readonly needed?: () => boolean;
}): KeyRing {
  const { keys, book, now = Date.now, needed = () => false } = options;
  const isForAll = (): boolean => keys.length === 0 && !needed();
  const hashes = keys.map(({ hash }) => Buffer.from(hash, "hex"));
  const buckets = new Map<ApiKey, { tokens: number; at: number }>();
  const monthOf = (time: number): string => new Date(time).toISOString().slice(0, 7);

  function find(authorization: string | null): ApiKey {
    const [, key] = /^Bearer\s+(\S+)\s*$/i.exec(authorization ?? "") ?? [];
    if (key === undefined) {
      throw refused("An API key is needed: send it as Authorization: Bearer KEY.");
    }
    const hash = createHash("sha256").update(key).digest();
    // All of them are compared, each in constant time: how long it takes says nothing about any.
    const found = keys.filter((_, index) => timingSafeEqual(hash, hashes[index] ?? Buffer.alloc(hash.length)));
    const [first] = found;
    if (first === undefined) throw refused("This API key is not known here.");
    return first;
  }

  function countRequest(key: ApiKey, perMinute: number): void {
    const time = now();
    const { tokens, at } = buckets.get(key) ?? { tokens: perMinute, at: time };
    const filled = Math.min(perMinute, tokens + (Math.max(0, time - at) / MINUTE_MS) * perMinute);
    if (filled < 1) {
      throw new RoutingError({
        ...{ code: "rate_limited", parameter: "requests" },
        message: `The key ${key.name} may send ${perMinute} requests a minute; wait a moment.`,
        retryAfterSeconds: Math.ceil(((1 - filled) / perMinute) * (MINUTE_MS / 1000)),
      });
    }
    buckets.set(key, { tokens: filled - 1, at: time });
  }

  async function checkBudget(key: ApiKey, dollarsPerMonth: number): Promise<void> {
    const time = now();
    const spent = await book.spent(key.name, monthOf(time));
    if (spent < dollarsPerMonth) return;
    const date = new Date(time);
    const nextMonth = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
    throw new RoutingError({
      ...{ code: "rate_limited", parameter: "budget" },
      message: `The key ${key.name} has spent its $${dollarsPerMonth} of this month; it works again next month (UTC), or with a larger budget.`,
      retryAfterSeconds: Math.ceil((nextMonth - time) / 1000),
    });
  }

  const callerOf = (key: ApiKey): Caller => ({
    name: key.name,
    spend: async (dollars) => {
      if (dollars > 0 && key.dollarsPerMonth !== undefined) await book.add(key.name, monthOf(now()), dollars);
    },
  });

  return {
    identify: (authorization) => (isForAll() ? EVERYBODY : callerOf(find(authorization))),
    async admit(authorization) {
      if (isForAll()) return EVERYBODY;
      const key = find(authorization);
      if (key.dollarsPerMonth !== undefined) await checkBudget(key, key.dollarsPerMonth);
      if (key.requestsPerMinute !== undefined) countRequest(key, key.requestsPerMinute);
      return callerOf(key);
    },
  };
}

const refused = (message: string): RoutingError =>
  new RoutingError({ code: "unauthorized", parameter: "authorization", message });
