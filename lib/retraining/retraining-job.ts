import { fork } from "node:child_process";
import { type ErrorCode, RoutingError } from "@/lib/domain/routing-error";
import { serverProgram } from "@/lib/runs/program";
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

const ENDED = "The training ended before it was done; the server’s log says more. The routers in use are as they were.";

/** A training in a process of its own. */
export type RunningJob = {
  /** Resolves when the artifacts are written. @throws RoutingError otherwise. */
  readonly finished: Promise<void>;
  /** Ends it at once; resolves when the process is gone. */
  kill(): Promise<void>;
};

/** Starts the process; it gives way to everything else on the machine, and ends with this one. */
export function startRetrainingJob(job: RetrainingJob, report: ReportRetraining): RunningJob {
  const { file, execArgv } = serverProgram("retraining-process");
  const child = fork(/* turbopackIgnore: true */ file, [String(process.pid)], {
    execArgv: [...execArgv],
    serialization: "advanced",
  });
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
