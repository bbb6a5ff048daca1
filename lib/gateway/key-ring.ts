import { createHash, timingSafeEqual } from "node:crypto";
import { RoutingError } from "@/lib/domain/routing-error";
import type { ApiKey } from "@/lib/schemas/settings/api-key-settings";
import type { BudgetAccount } from "./budget-account";
import type { RequestRate } from "./request-rate";
import type { SpendingLedger } from "./spending-ledger";

/** Who may ask, and what pays for it. */
export type Caller = {
  /** The key's or the account's name; undefined where no key is needed. */
  readonly name: string | undefined;
  /** Undefined where nobody counts. */
  readonly purse: BudgetAccount | undefined;
};

export type KeyRing = {
  /** Who an `Authorization` header is. @throws RoutingError `unauthorized`. */
  identify(authorization: string | null): Promise<Caller>;
  /** As `identify`, counting one request. @throws RoutingError `rate_limited` beyond the key's rate too. */
  admit(authorization: string | null): Promise<Caller>;
};

/** What an account may do: a key's, or a person's. */
export type AccountLimits = Pick<ApiKey, "requestsPerMinute" | "dollarsPerMonth">;

/** Keys that are looked up; made elsewhere, changed while this runs. */
export type KeySource = {
  /** @throws RoutingError where it cannot be known. */
  find(hash: Buffer): Promise<ApiKey | undefined>;
  /** There is a key, or was one: then a request without one is refused. */
  hasAny(): Promise<boolean>;
};

const EVERYBODY: Caller = { name: undefined, purse: undefined };
const NO_OTHERS: KeySource = { find: async () => undefined, hasAny: async () => false };

/**
 * What an account's calls are paid from.
 * @param options.longestAnswer in tokens, where there is a budget and the request gives no limit.
 */
export function createPurse(
  account: string,
  { dollarsPerMonth: limit }: AccountLimits,
  { ledger, longestAnswer }: { readonly ledger: SpendingLedger; readonly longestAnswer: number },
): BudgetAccount {
  return {
    longestAnswer: limit === undefined ? undefined : longestAnswer,
    async setAside(most, signal) {
      if (limit !== undefined) return ledger.setAside(account, { most: most(), limit, signal });
      return { most: undefined, settle: (dollars) => ledger.note(account, dollars) };
    },
  };
}

/** Checks keys by their hashes, and holds each to its limits: requests a minute, dollars a month (UTC). */
export function createKeyRing(options: {
  readonly keys: readonly ApiKey[];
  readonly others?: KeySource;
  readonly ledger: SpendingLedger;
  readonly rate: RequestRate;
  readonly longestAnswer: number;
  /** Whether a key is needed where there is none. */
  readonly needed?: () => boolean;
}): KeyRing {
  const { keys, others = NO_OTHERS, rate, needed = () => false } = options;
  const hashes = keys.map(({ hash }) => Buffer.from(hash, "hex"));
  const isForAll = async (): Promise<boolean> => keys.length === 0 && !needed() && !(await others.hasAny());

  async function find(authorization: string | null): Promise<ApiKey> {
    const [, key] = /^Bearer\s+(\S+)\s*$/i.exec(authorization ?? "") ?? [];
    if (key === undefined) {
      throw refused("An API key is needed: send it as Authorization: Bearer KEY.");
    }
    const hash = createHash("sha256").update(key).digest();
    // All of them are compared, each in constant time: how long it takes says nothing about any.
    const found = keys.filter((_, index) => timingSafeEqual(hash, hashes[index] ?? Buffer.alloc(hash.length)));
    const first = found[0] ?? (await others.find(hash));
    if (first === undefined) throw refused("This API key is not known here.");
    return first;
  }
  const callerOf = (key: ApiKey): Caller => ({ name: key.name, purse: createPurse(key.name, key, options) });

  return {
    identify: async (authorization) => ((await isForAll()) ? EVERYBODY : callerOf(await find(authorization))),
    async admit(authorization) {
      if (await isForAll()) return EVERYBODY;
      const key = await find(authorization);
      if (key.requestsPerMinute !== undefined) {
        await rate.count(key.name, { perMinute: key.requestsPerMinute, who: `The key ${key.name}` });
      }
      return callerOf(key);
    },
  };
}

const refused = (message: string): RoutingError =>
  new RoutingError({ code: "unauthorized", parameter: "authorization", message });
