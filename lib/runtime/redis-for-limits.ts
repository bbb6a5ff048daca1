import { Redis } from "ioredis";
import { tellOfTrouble } from "@/lib/runs/redis-connection";

/** No request waits longer for Redis. */
const LONGEST_WAIT_MS = 250;

/**
 * A connection for counting in Redis. While it is out of reach each command fails at once, and the log says so once.
 * @param counted what each instance counts for itself meanwhile, such as `requests`.
 */
export function connectForLimits(url: string, counted: string): Redis {
  const redis = new Redis(url, {
    ...{ enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: LONGEST_WAIT_MS },
  });
  tellOfTrouble(redis, `and each instance counts ${counted} for itself`);
  return redis;
}
