import { availableParallelism } from "node:os";
import type { Command } from "commander";
import { RoutingError } from "@/lib/domain/routing-error";
import { workOnChunks } from "@/lib/scoring/work-on-chunks";
import { printLines } from "./print-result";
import { wholeNumberArgument } from "./whole-number-argument";

export function registerWorkerCommand(program: Command): void {
  program
    .command("worker")
    .description("Score chunks of the server's scoring runs, from the Redis that REDIS_URL names, until it is stopped.")
    .option("--threads <count>", "chunks at a time", wholeNumberArgument("--threads"), availableParallelism())
    .action(async ({ threads }: { readonly threads: number }) => {
      if (threads === 0) {
        const message = "must be at least 1: a worker without threads would take no chunk.";
        throw new RoutingError({ code: "invalid_argument", parameter: "--threads", message });
      }
      const worker = await workOnChunks({ threads });
      printLines([`Takes chunks for routers of version ${worker.version}, ${threads} at a time; Ctrl+C ends it.`]);
      await stopped();
      await worker.close();
    });
}

/** Resolves at the first signal to end; chunks under way are finished then. A second signal ends it at once. */
const stopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
