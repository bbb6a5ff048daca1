import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { readPromptRows } from "@/lib/datasets/prompts/read-prompt-rows";
import type { ChunkQueue } from "@/lib/runs/chunk-queue";
import { createRedisQueue } from "@/lib/runs/redis-queue";
import { createRunEngine, type RunEngine } from "@/lib/runs/run-engine";
import { createRunStore } from "@/lib/runs/run-store";
import { defaultThreads, type ThreadPool } from "@/lib/runs/thread-pool";
import { createThreadQueue } from "@/lib/runs/thread-queue";
import { readEnv, readRedisUrl } from "@/lib/runtime/env";
import { oncePerProcess } from "@/lib/runtime/once-per-process";
import { routerVersion } from "@/lib/runtime/router-version";
import { createScoringPool } from "./scoring-pool";
import { findBroughtFile, forgetBroughtFile } from "./uploaded-files";

async function chunkQueue(pool: ThreadPool): Promise<ChunkQueue> {
  const url = readRedisUrl();
  return url === undefined ? createThreadQueue(pool) : createServedQueue(url);
}

/** Chunks for the workers of whichever routers are in use when they are sent: each version has a queue of its own. */
async function createServedQueue(url: string): Promise<ChunkQueue> {
  const queues = new Map<string, ChunkQueue>();
  const served = async (): Promise<ChunkQueue> => {
    const version = await routerVersion();
    const queue = queues.get(version) ?? createRedisQueue({ url, version });
    queues.set(version, queue);
    return queue;
  };
  return {
    width: (await served()).width,
    score: async (chunk) => (await served()).score(chunk),
    close: async () => {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}

/** The one engine of this process; the first to ask makes it go on with the runs that a restart interrupted. */
export const getRunEngine = oncePerProcess("run-engine", async (): Promise<RunEngine> => {
  const directory = join(readEnv().stateDirectory, "runs");
  await mkdir(directory, { recursive: true });
  const pool = createScoringPool(defaultThreads());
  const engine = createRunEngine({
    store: createRunStore(directory),
    queue: await chunkQueue(pool),
    uploads: { find: findBroughtFile, forget: forgetBroughtFile },
    readRows: readPromptRows,
    assemble: pool.assemble,
    version: routerVersion,
    now: () => performance.now(),
    today: () => new Date(),
  });
  await engine.resume();
  return engine;
});
