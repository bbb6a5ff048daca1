import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** What runs beside the server, in a thread or a process of its own. */
export type Program = {
  /** Absolute path. */
  readonly file: string;
  /** What node has to be told before it. */
  readonly execArgv: readonly string[];
};

/** As `npm run routellm` runs: TypeScript as it is. */
const RUN_TYPESCRIPT = ["--import", "tsx"];

/** A TypeScript file, run as it is: the same file under `npm start`, `next dev`, tests and commands. */
export const typeScriptProgram = (file: string): Program => ({ file, execArgv: RUN_TYPESCRIPT });

/** The programs that run beside a server, and their sources. */
export const SERVER_PROGRAMS = {
  "retraining-process": "lib/retraining/retraining-process.ts",
  "scoring-thread": "lib/scoring/scoring-thread.ts",
} as const;

/**
 * A program, found by its place under the working directory, from which npm starts everything: a bundle of Next's has no
 * such file. In an image (scripts/assemble-image.ts) there is no TypeScript, and each program is one file;
 * so are those that the build made for its threads, which are smaller in memory than TypeScript with its loader.
 * @param isBuilt whether this process is a server of the build.
 */
export function serverProgram(
  name: keyof typeof SERVER_PROGRAMS,
  { isBuilt = false }: { readonly isBuilt?: boolean } = {},
): Program {
  const file = `${name}.mjs`;
  const assembled = [
    resolve(/* turbopackIgnore: true */ "programs", file),
    ...(isBuilt ? [resolve(/* turbopackIgnore: true */ ".next/programs", file)] : []),
  ].find((path) => existsSync(path));
  return assembled === undefined
    ? typeScriptProgram(resolve(/* turbopackIgnore: true */ SERVER_PROGRAMS[name]))
    : { file: assembled, execArgv: [] };
}
