import { Worker } from "bullmq";
import { RoutingError } from "@/lib/domain/routing-error";
import { chunkJobSchema } from "@/lib/schemas/files/chunk-job";
import { chunkQueueName, openRedis } from "./redis-connection";
import type { ThreadPool } from "./thread-pool";

/** A chunk whose worker has not been heard of for this long is given to another one. */
const LOCK_MS = 10_000;
const LOOK_FOR_STALLED_MS = 5_000;
/** How many workers may die of one chunk before it counts as the chunk's fault. */
const MOST_STALLS = 5;

/**
 * Takes chunks from Redis until it is closed, one for each thread of the pool. Only those of its own version of the
 * routers; see chunkQueueName.
 */
export function startRedisWorker(options: { url: string; version: string; pool: ThreadPool }): {
  close(): Promise<void>;
} {
  const { url, version, pool } = options;
  const connection = openRedis(url);
  const never = new AbortController().signal;

  const score = async (data: unknown): Promise<string> => {
    try {
      return Buffer.from(await pool.score(chunkJobSchema.parse(data), never)).toString("base64");
    } catch (error) {
      // The message ends up before the user: only what was written for one may.
      if (error instanceof RoutingError) throw new Error(error.message);
      process.stderr.write(`A chunk could not be scored: ${error instanceof Error ? error.stack : String(error)}\n`);
      throw new Error("A worker could not score a part of the prompts; its log says why.");
    }
  };

  const worker = new Worker<unknown, string>(chunkQueueName(version), ({ data }) => score(data), {
    connection,
    concurrency: pool.threads,
    lockDuration: LOCK_MS,
    stalledInterval: LOOK_FOR_STALLED_MS,
    maxStalledCount: MOST_STALLS,
  });
  worker.on("error", () => {});

  return {
    async close() {
      await worker.close();
      connection.disconnect();
      await pool.close();
    },
  };
}
