import { RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { createRequestRate, type RequestRate, tooMany } from "@/lib/gateway/request-rate";
import { connectForLimits } from "@/lib/runtime/redis-for-limits";

const MINUTE = 60;

/**
 * Counts in Redis, for all instances together, in windows of a minute that begin with an account's first request. While
 * Redis is out of reach each instance counts for itself: dollars are held by budgets, and an outage should not be everybody's.
 */
export function createRedisRequestRate(url: string): RequestRate & { close(): void } {
  const storeClient = connectForLimits(url, "requests");
  const local = createRequestRate();
  const limiters = new Map<number, RateLimiterRedis>();

  function limiterFor(perMinute: number): RateLimiterRedis {
    // Less than one a minute is one in more than a minute.
    const [points, duration] = perMinute >= 1 ? [Math.floor(perMinute), MINUTE] : [1, Math.ceil(MINUTE / perMinute)];
    const found = limiters.get(perMinute);
    if (found !== undefined) return found;
    const limiter = new RateLimiterRedis({
      ...{ storeClient, points, duration, keyPrefix: "routellm-rate", rejectIfRedisNotReady: true },
    });
    limiters.set(perMinute, limiter);
    return limiter;
  }

  return {
    async count(account, about) {
      try {
        await limiterFor(about.perMinute).consume(account);
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) throw tooMany({ ...about, waitMs: refusal.msBeforeNext });
        await local.count(account, about);
      }
    },
    close: () => storeClient.disconnect(),
  };
}
