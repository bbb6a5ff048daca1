import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What a command line left behind. */
export type CliResult = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

type CliSettings = {
  readonly artifactsDirectory?: string;
  readonly input?: string;
  /** Variables beside those of the test. */
  readonly environment?: Readonly<Record<string, string>>;
  /** No file that it writes may grow larger. */
  readonly fileKilobytes?: number;
};

/** Runs the real command as `npm run routellm -- …` does, in a process of its own. */
export function runCli(
  args: readonly string[],
  { artifactsDirectory, input = "", environment = {}, fileKilobytes }: CliSettings = {},
): Promise<CliResult> {
  const env = {
    ...process.env,
    ...environment,
    ...(artifactsDirectory === undefined ? {} : { ROUTELLM_ARTIFACTS: artifactsDirectory }),
  };
  const command = [process.execPath, "--import", "tsx", "lib/cli/main.ts", ...args];
  const limited = fileKilobytes === undefined ? [] : ["bash", "-c", `ulimit -f ${fileKilobytes} && exec "$0" "$@"`];
  const [file = "", ...rest] = [...limited, ...command];
  return new Promise((resolve) => {
    const child = execFile(file, rest, { cwd: root, env, maxBuffer: 2 ** 27 }, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve({ exitCode, stdout, stderr });
    });
    child.stdin?.end(input);
  });
}
