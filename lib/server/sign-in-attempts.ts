import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { RoutingError } from "@/lib/domain/routing-error";
import { nameKeyOf } from "@/lib/storage/people";
import { perProcess } from "./once-per-process";

const MINUTE_S = 60;

/** Of one address, and of one name from wherever: guessing from many addresses is no faster than this. */
const limiters = perProcess("sign-in-attempts", () => ({
  address: new RateLimiterMemory({ points: 10, duration: 15 * MINUTE_S, blockDuration: 15 * MINUTE_S }),
  name: new RateLimiterMemory({ points: 60, duration: 60 * MINUTE_S }),
}));

/**
 * Counts an attempt before the password is looked at.
 * @returns what takes it back, for one that was right.
 * @throws RoutingError `rate_limited`.
 */
export async function countAttempt(from: {
  readonly address: string;
  readonly name: string;
}): Promise<() => Promise<void>> {
  const { address, name } = limiters();
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
}
