import "server-only";
import { Redis } from "ioredis";

/**
 * Chunks of one version of the routers have a queue of their own: a worker that would give other win rates never gets
 * to see them.
 */
export const chunkQueueName = (version: string): string => `routellm-chunks-${version}`;

/**
 * A connection as BullMQ wants it: it asks for as long as it takes, through restarts of Redis. What goes wrong is said
 * once a spell of trouble, not at each try.
 */
export function openRedis(url: string): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  let troubled = false;
  redis.on("ready", () => {
    troubled = false;
  });
  redis.on("error", (error: unknown) => {
    if (troubled) return;
    troubled = true;
    process.stderr.write(`Redis is out of reach, and is tried again: ${String(error)}\n`);
  });
  return redis;
}
