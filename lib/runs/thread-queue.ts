import type { ChunkQueue } from "./chunk-queue";
import type { ThreadPool } from "./thread-pool";

/** Chunks are scored on threads of this process: nothing to set up, nothing leaves the machine. */
export const createThreadQueue = (pool: ThreadPool): ChunkQueue => ({
  // Beside one on each thread, one that waits and one that is being stored: no thread ever waits for reader or disk.
  width: pool.threads + 2,
  score: async ({ job, signal, keep }) => keep(await pool.score(job, signal)),
  close: () => pool.close(),
});
