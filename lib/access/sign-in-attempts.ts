import { type IRateLimiterOptions, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { RoutingError } from "@/lib/domain/routing-error";
import { readRedisUrl } from "@/lib/runtime/env";
import { perProcess } from "@/lib/runtime/once-per-process";
import { connectForLimits } from "@/lib/runtime/redis-for-limits";
import { nameKeyOf } from "@/lib/storage/people";

const MINUTE_S = 60;

/** Of one address, and of one name from wherever: guessing from many addresses is no faster than this. */
const LIMITS = {
  address: { points: 10, duration: 15 * MINUTE_S, blockDuration: 15 * MINUTE_S },
  name: { points: 60, duration: 60 * MINUTE_S },
} as const;

type Attempt = { readonly address: string; readonly name: string };

export type SignInAttempts = {
  /**
   * Counts an attempt before the password is looked at.
   * @returns what takes it back, for one that was right.
   * @throws RoutingError `rate_limited`.
   */
  count(from: Attempt): Promise<() => Promise<void>>;
  close(): void;
};

/** @param url of a Redis that counts for all instances; while it is out of reach, and without one, each counts itself. */
export function createSignInAttempts(url: string | undefined): SignInAttempts {
  const storeClient = url === undefined ? undefined : connectForLimits(url, "attempts to sign in");
  const limiter = (kind: keyof typeof LIMITS) => {
    const options: IRateLimiterOptions = { ...LIMITS[kind], keyPrefix: `routellm-sign-in-${kind}` };
    const own = new RateLimiterMemory(options);
    if (storeClient === undefined) return own;
    return new RateLimiterRedis({ ...options, storeClient, insuranceLimiter: own, rejectIfRedisNotReady: true });
  };
  const address = limiter("address");
  const name = limiter("name");
  return {
    async count(from) {
      const key = nameKeyOf(from.name);
      try {
        await address.consume(from.address);
        await name.consume(key);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        const seconds = Math.ceil(error.msBeforeNext / 1000);
        throw new RoutingError({
          ...{ code: "rate_limited", parameter: "password" },
          message: `Too many attempts to sign in; try again in ${Math.ceil(seconds / MINUTE_S)} minutes.`,
          retryAfterSeconds: seconds,
        });
      }
      return async () => {
        await Promise.all([address.reward(from.address), name.reward(key)]);
      };
    },
    close: () => storeClient?.disconnect(),
  };
}

const attempts = perProcess("sign-in-attempts", () => createSignInAttempts(readRedisUrl()));

/** Counts an attempt to sign in at this app, as {@link SignInAttempts.count}. */
export const countAttempt = (from: Attempt): Promise<() => Promise<void>> => attempts().count(from);
