import "server-only";
import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type ErrorCode, RoutingError } from "@/lib/domain/routing-error";
import type { RetrainingJob } from "./retrain-on-votes";
import type { ReportRetraining, RetrainingStep } from "./retraining-steps";

/** What the process that trains tells. */
export type RetrainingMessage =
  | { readonly kind: "progress"; readonly step: RetrainingStep; readonly share: number }
  | { readonly kind: "done" }
  | {
      readonly kind: "failed";
      readonly failure: { readonly code: ErrorCode; readonly parameter: string; readonly message: string } | undefined;
    };

/** As `npm run routellm` runs: TypeScript as it is, server-only files allowed. */
const RUN_TYPESCRIPT = ["--conditions=react-server", "--import", "tsx"];

const ENDED = "The training ended before it was done; the server’s log says more. The routers in use are as they were.";

/** A training in a process of its own. */
export type RunningJob = {
  /** Resolves when the artifacts are written. @throws RoutingError otherwise. */
  readonly finished: Promise<void>;
  /** Ends it at once; resolves when the process is gone. */
  kill(): Promise<void>;
};

/**
 * Starts the process; it gives way to everything else on the machine, and ends with this one.
 * @throws RoutingError `conflict` where there is no such program.
 */
export function startRetrainingJob(job: RetrainingJob, report: ReportRetraining): RunningJob {
  // Found by its place in the repository, from whose root npm starts everything: a bundle has no such file.
  const program = resolve(/* turbopackIgnore: true */ "lib/server/retraining-process.ts");
  if (!existsSync(program)) {
    const message =
      "This build has no program to train with: start the server from the repository, or train there with `npm run routellm -- train --data <export>`.";
    throw new RoutingError({ code: "conflict", parameter: "action", message });
  }
  const child = fork(/* turbopackIgnore: true */ program, { execArgv: RUN_TYPESCRIPT, serialization: "advanced" });
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  const gone = new Promise<void>((resolve) => {
    child.once("exit", () => {
      process.removeListener("exit", kill);
      resolve();
    });
    child.once("error", () => resolve());
  });
  const finished = new Promise<void>((resolve, reject) => {
    const fail = (failure: { code: ErrorCode; parameter: string; message: string } | undefined) =>
      reject(new RoutingError(failure ?? { code: "incomplete", parameter: "training", message: ENDED }));
    child.on("message", (message: RetrainingMessage) => {
      if (message.kind === "progress") report(message.step, message.share);
      else if (message.kind === "done") resolve();
      else fail(message.failure);
    });
    void gone.then(() => fail(undefined));
  });
  child.send(job);
  return {
    finished,
    kill: async () => {
      kill();
      await gone;
    },
  };
}
