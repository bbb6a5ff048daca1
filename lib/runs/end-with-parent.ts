import { Worker } from "node:worker_threads";

/** How long a process may outlive the one that started it, about. */
const LOOK_MS = 500;

/** In a thread of its own: a thread that computes does not hear that its channel was closed. */
const WATCH = `
const { workerData: { parent, lookMs } } = require("node:worker_threads");
setInterval(() => {
  try {
    process.kill(parent, 0);
    if (process.ppid === parent) return;
  } catch (error) {
    if (error.code === "EPERM" && process.ppid === parent) return;
  }
  process.kill(process.pid, "SIGKILL");
}, lookMs);
`;

/** Ends this process once the one that started it is gone, however that ended. @param parent its id. */
export function endWithParent(parent: number): void {
  new Worker(WATCH, { eval: true, workerData: { parent, lookMs: LOOK_MS } }).unref();
}
