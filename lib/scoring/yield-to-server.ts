import { setPriority } from "node:os";
import { isMainThread } from "node:worker_threads";

/** Nice enough that a thread gets what the others leave, and still a fair share of an idle core. */
const NICENESS = 5;

/**
 * Gives the calling thread less of the processor than the thread that answers people. On Linux a priority belongs to one
 * thread; elsewhere it would be the whole process's, so there all threads stay equal.
 */
export function yieldToServer(): void {
  if (process.platform === "linux" && !isMainThread) setPriority(0, NICENESS);
}
