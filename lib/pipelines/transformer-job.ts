import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { TransformerWeights } from "@/lib/domain/transformer-weights";
import { typeScriptProgram } from "@/lib/runs/program";
import type { TransformerProgress, TransformerSchedule } from "@/lib/training/transformer/fit-transformer";
import type { TransformerExample } from "@/lib/training/transformer/token-batches";

/** What a process of its own is told to train. */
export type TransformerJob = {
  readonly shape: TransformerWeights["shape"];
  readonly model: TransformerWeights["model"];
  readonly schedule: TransformerSchedule;
  readonly examples: readonly TransformerExample[];
  readonly held: readonly TransformerExample[];
  readonly seed: number;
  /** File to go on from and to write down the state in. */
  readonly statePath: string;
};

/** What it answers. */
export type TransformerJobMessage =
  | { readonly kind: "progress"; readonly progress: TransformerProgress }
  | { readonly kind: "done"; readonly weights: TransformerWeights };

const PROGRAM = typeScriptProgram(fileURLToPath(new URL("./transformer-process.ts", import.meta.url)));

/**
 * Trains in a process of its own, so that two transformers take a core each.
 * @throws Error if the process ends without an answer; what it wrote down last is gone on from the next time.
 */
export function runTransformerJob(
  job: TransformerJob,
  report: (progress: TransformerProgress) => void,
): Promise<TransformerWeights> {
  return new Promise((resolve, reject) => {
    const { file, execArgv } = PROGRAM;
    const child: ChildProcess = fork(file, [String(process.pid)], {
      execArgv: [...execArgv],
      serialization: "advanced",
    });
    const end = () => child.kill();
    process.once("exit", end);
    child.on("message", (message: TransformerJobMessage) => {
      if (message.kind === "progress") report(message.progress);
      else resolve(message.weights);
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      process.removeListener("exit", end);
      reject(new Error(`The training of a transformer ended before it was done (${signal ?? `exit code ${code}`})`));
    });
    child.send(job);
  });
}
