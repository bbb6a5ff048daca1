import { Readable } from "node:stream";
import { vi } from "vitest";
import type { CliResult } from "./run-cli";
import { resetProcess } from "./start-anew";

type RunSettings = {
  readonly artifactsDirectory?: string;
  readonly input?: string;
  /** Variables beside those of the test; undefined for one that must not be set. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
};

/** Imports the command line. */
export type LoadCommandLine = () => Promise<{
  readonly runCommandLine: (args: readonly string[]) => Promise<number>;
}>;

/**
 * Runs command lines in the test's process, each as if the process were new: modules are loaded again, standard input,
 * output and error are the run's own. What only a real start shows is for `runCli`.
 * @param load called at each run.
 */
export function commandRunner(load: LoadCommandLine) {
  let underWay = false;
  // Each run leaves its listener for a closed pipe behind, as programs do that end after one.
  process.stdout.setMaxListeners(0);
  return async (
    args: readonly string[],
    { artifactsDirectory, input = "", environment = {} }: RunSettings = {},
  ): Promise<CliResult> => {
    if (underWay) throw new Error("One command at a time: runs in one process share its environment and output");
    underWay = true;
    const restoreVariables = setVariables({
      ...environment,
      ...(artifactsDirectory === undefined ? {} : { ROUTELLM_ARTIFACTS: artifactsDirectory }),
    });
    const restoreInput = setInput(input);
    resetProcess();
    const written = { stdout: "", stderr: "" };
    const spies = (["stdout", "stderr"] as const).map((stream) =>
      captureWrites(stream, (text) => {
        written[stream] += text;
      }),
    );
    try {
      const { runCommandLine } = await load();
      return { exitCode: await runCommandLine(args), ...written };
    } finally {
      for (const spy of spies) spy.mockRestore();
      restoreInput();
      restoreVariables();
      underWay = false;
    }
  };
}

/** @returns puts back what was there before. */
function setInput(text: string): () => void {
  const before = Object.getOwnPropertyDescriptor(process, "stdin");
  Object.defineProperty(process, "stdin", { value: Readable.from([text]), configurable: true });
  return () => {
    if (before !== undefined) Object.defineProperty(process, "stdin", before);
  };
}

function captureWrites(stream: "stdout" | "stderr", keep: (text: string) => void) {
  const write = (chunk: Uint8Array | string, ...rest: readonly unknown[]): boolean => {
    keep(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8"));
    const written = rest.at(-1);
    if (typeof written === "function") process.nextTick(written);
    return true;
  };
  return vi.spyOn(process[stream], "write").mockImplementation(write);
}

/** @returns puts back what was there before. */
function setVariables(variables: Readonly<Record<string, string | undefined>>): () => void {
  const set = (name: string, value: string | undefined) => {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  };
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  for (const [name, value] of Object.entries(variables)) set(name, value);
  return () => {
    for (const [name, value] of before) set(name, value);
  };
}
