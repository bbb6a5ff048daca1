import "server-only";
import { resolve } from "node:path";
import { createThreadPool, type ThreadPool } from "@/lib/runs/thread-pool";

/** Threads that score chunks and put results together. */
export const createScoringPool = (threads: number): ThreadPool =>
  createThreadPool({
    // Found by its place in the repository, from whose root npm starts everything: a bundle has no such file.
    program: resolve(/* turbopackIgnore: true */ "lib/server/scoring-thread.ts"),
    threads,
  });
