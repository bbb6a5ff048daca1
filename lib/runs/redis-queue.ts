import { type Job, Queue, QueueEvents } from "bullmq";
import { RoutingError } from "@/lib/domain/routing-error";
import type { ChunkJob, ChunkQueue } from "./chunk-queue";
import { chunkQueueName, openRedis } from "./redis-connection";
import { rejectOnAbort } from "./reject-on-abort";

/** Chunks of a run that lie in Redis at a time: work for a few dozen threads, at most some 30 MB of text. */
const WIDTH = 32;
/** An event can be missed when Redis restarts, so the job itself is asked this often. */
const ASK_AGAIN_MS = 10_000;

const JOB_OPTIONS = {
  attempts: 5,
  backoff: { type: "exponential", delay: 1_000 },
  // Deleted once stored; these are for what a server that never comes back leaves behind.
  removeOnComplete: { age: 3_600 },
  removeOnFail: { age: 3_600 },
} as const;

type ChunkQueueJob = Job<ChunkJob, string>;

/**
 * Chunks are scored by `npm run worker` processes on any machines. A chunk has one id, so that it is queued once however
 * often a server asks for it, and its scores wait in Redis until they are stored.
 */
export function createRedisQueue({ url, version }: { url: string; version: string }): ChunkQueue {
  const connection = openRedis(url);
  const queue = new Queue<ChunkJob, string>(chunkQueueName(version), { connection });
  const events = new QueueEvents(chunkQueueName(version), { connection: openRedis(url) });
  // Each waiting chunk listens.
  events.setMaxListeners(0);
  queue.setMaxListeners(0);
  // The connections tell of their own trouble.
  queue.on("error", () => {});
  events.on("error", () => {});

  const scoresOf = async (job: ChunkJob, signal: AbortSignal): Promise<{ queued: ChunkQueueJob; scores: string }> => {
    const jobId = `${job.run}-${job.chunk}`;
    for (;;) {
      const adding = queue.add("chunk", job, { ...JOB_OPTIONS, jobId });
      try {
        const queued = await rejectOnAbort(signal, adding);
        const scores = await rejectOnAbort(signal, waitFor(queued, events));
        if (scores !== undefined) return { queued, scores };
      } catch (error) {
        if (signal.aborted) void adding.then((queued) => drop(queued, events)).catch(() => {});
        throw error;
      }
    }
  };

  return {
    width: WIDTH,
    async score({ job, signal, keep }) {
      const { queued, scores } = await scoresOf(job, signal);
      await keep(Buffer.from(scores, "base64"));
      await queued.remove().catch(() => {});
    },
    async close() {
      await Promise.all([queue.close(), events.close()]);
      connection.disconnect();
    },
  };
}

/** @returns the scores; undefined if it is not known what became of the job: it is to be added (once) again. */
async function waitFor(job: ChunkQueueJob, events: QueueEvents): Promise<string | undefined> {
  try {
    return await job.waitUntilFinished(events, ASK_AGAIN_MS);
  } catch (error) {
    if (!(await job.isFailed())) return undefined;
    const reason = error instanceof Error ? error.message : String(error);
    const message = /stalled/.test(reason)
      ? "Workers ended again and again at the same part of the prompts; their logs say why."
      : reason;
    throw new RoutingError({ code: "incomplete", parameter: "run", message });
  }
}

/** Nobody waits for this job any more: its prompts leave Redis, as soon as a worker that has it lets go of it. */
async function drop(job: ChunkQueueJob, events: QueueEvents): Promise<void> {
  const remove = () => job.remove().catch(() => undefined);
  await remove();
  await job.waitUntilFinished(events, ASK_AGAIN_MS).catch(() => undefined);
  await remove();
}
