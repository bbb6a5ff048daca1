import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import { RoutingError } from "@/lib/domain/routing-error";
import type { ChunkJob } from "./chunk-queue";
import type { Program } from "./program";
import { rejectOnAbort } from "./reject-on-abort";
import type { AssembleTask, ThreadAnswer, ThreadTask } from "./thread-task";

/** Threads that have nothing to do go after this long, and their memory with them. */
const IDLE_MS = 20_000;
const TRIES = 3;

/** Room for new objects: with what V8 takes by itself, a thread that scores prompts fills three times as much with garbage. */
const YOUNG_MB = 6;

export type ThreadPool = {
  readonly threads: number;
  /** @returns the scores of a chunk (see encodeChunkScores). @throws RoutingError, or the signal's reason. */
  score(job: ChunkJob, signal: AbortSignal): Promise<Uint8Array>;
  assemble(task: AssembleTask, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
};

/** Each holds routers of its own, some 100 MB: more speed than these give is a matter of workers, not of the server. */
const MOST_THREADS = 2;

/** One core is left to the server that people wait for. */
export const defaultThreads = (): number => Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1));

/**
 * Threads of this process, started when there is work. A thread that dies is replaced and its task tried anew.
 * @param options.program its default export does a ThreadTask.
 */
export function createThreadPool({ program, threads }: { program: Program; threads: number }): ThreadPool {
  let pool: Piscina<ThreadTask, ThreadAnswer> | undefined;
  let idle: NodeJS.Timeout | undefined;
  let tasks = 0;

  const open = () => {
    // As many as there may be, for piscina replaces a dead thread, on which others' tasks wait, only below the minimum.
    const limits = { minThreads: threads, maxThreads: threads };
    const opened = new Piscina<ThreadTask, ThreadAnswer>({
      ...{ filename: program.file, execArgv: [...program.execArgv] },
      ...limits,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    // One that dies with a task under way fails that task; one that dies idle is nobody's loss but the log's.
    opened.on("error", (error: unknown) => process.stderr.write(`A scoring thread died: ${String(error)}\n`));
    return opened;
  };
  const close = async (): Promise<void> => {
    clearTimeout(idle);
    const closing = pool;
    pool = undefined;
    await closing?.destroy();
  };

  /** A task that nobody waits for any more is let go, not stopped: ending a thread in native code is not safe. */
  const attempt = async (task: ThreadTask): Promise<ThreadAnswer> => {
    clearTimeout(idle);
    tasks++;
    try {
      pool ??= open();
      return await pool.run(task);
    } finally {
      tasks--;
      if (tasks === 0) idle = setTimeout(() => void close(), IDLE_MS).unref();
    }
  };

  const run = async (task: ThreadTask, signal: AbortSignal): Promise<Uint8Array> => {
    for (let tries = 1; ; tries++) {
      signal.throwIfAborted();
      try {
        const answer = await rejectOnAbort(signal, attempt(task));
        if ("failure" in answer) throw new RoutingError(answer.failure);
        return answer.bytes;
      } catch (error) {
        if (signal.aborted || error instanceof RoutingError) throw error;
        process.stderr.write(`A scoring thread failed: ${error instanceof Error ? error.stack : String(error)}\n`);
        if (tries < TRIES) continue;
        const message = `The worker that scores prompts ended ${TRIES} times at the same place; the server's log says why.`;
        throw new RoutingError({ code: "incomplete", parameter: "run", message });
      }
    }
  };

  return {
    threads,
    score: (job, signal) => run({ kind: "score", job }, signal),
    assemble: async (task, signal) => {
      await run(task, signal);
    },
    close,
  };
}
