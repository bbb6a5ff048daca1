import { Redis } from "ioredis";

/**
 * Chunks of one version of the routers have a queue of their own: a worker that would give other win rates never gets
 * to see them.
 */
export const chunkQueueName = (version: string): string => `routellm-chunks-${version}`;

/** Says what goes wrong once a spell of trouble, not at each try. @param consequence such as `and is tried again`. */
export function tellOfTrouble(redis: Redis, consequence: string): void {
  let isTroubled = false;
  redis.on("ready", () => {
    isTroubled = false;
  });
  redis.on("error", (error: unknown) => {
    if (isTroubled) return;
    isTroubled = true;
    process.stderr.write(`Redis is out of reach, ${consequence}: ${String(error)}\n`);
  });
}

/** A connection as BullMQ wants it: it asks for as long as it takes, through restarts of Redis. */
export function openRedis(url: string): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  tellOfTrouble(redis, "and is tried again");
  return redis;
}
