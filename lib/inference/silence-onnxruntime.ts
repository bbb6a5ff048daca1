import { isMainThread } from "node:worker_threads";

/**
 * onnxruntime's Linux build reports to its maker by default: it looks up a host, keeps a queue and a device id in the
 * user's cache folder and writes a log file per process. This variable, read when the first model is opened, is its only
 * switch, and "0" or "false" count as unset.
 *
 * Native code sees what the main thread sets, not what another thread does: whatever starts threads that run models
 * imports this file first (lib/scoring/scoring-pool.ts).
 */
if (process.env.ORT_DISABLE_TELEMETRY !== "1") {
  if (!isMainThread) {
    throw new Error(
      "ORT_DISABLE_TELEMETRY must be 1 before this thread starts: import silence-onnxruntime where it is.",
    );
  }
  process.env.ORT_DISABLE_TELEMETRY = "1";
}
