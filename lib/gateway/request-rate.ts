import { RoutingError } from "@/lib/domain/routing-error";

/** Holds accounts to so many requests a minute. */
export type RequestRate = {
  /**
   * Counts one request.
   * @param about.who begins the refusal, such as `The key team`.
   * @throws RoutingError `rate_limited` beyond the limit.
   */
  count(account: string, about: { readonly perMinute: number; readonly who: string }): Promise<void>;
};

const MINUTE_MS = 60_000;

/**
 * Counts in this process: a bucket for each account, which a minute fills.
 * @param now milliseconds since 1970.
 */
export function createRequestRate(now: () => number = Date.now): RequestRate {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    async count(account, { perMinute, who }) {
      const time = now();
      const { tokens, at } = buckets.get(account) ?? { tokens: perMinute, at: time };
      const filled = Math.min(perMinute, tokens + (Math.max(0, time - at) / MINUTE_MS) * perMinute);
      if (filled < 1) throw tooMany({ who, perMinute, waitMs: ((1 - filled) / perMinute) * MINUTE_MS });
      buckets.set(account, { tokens: filled - 1, at: time });
    },
  };
}

/** The refusal of a request beyond the limit. */
export const tooMany = (about: { readonly who: string; readonly perMinute: number; readonly waitMs: number }) =>
  new RoutingError({
    ...{ code: "rate_limited", parameter: "requests" },
    message: `${about.who} may send ${about.perMinute} requests a minute; wait a moment.`,
    retryAfterSeconds: Math.max(1, Math.ceil(about.waitMs / 1000)),
  });
