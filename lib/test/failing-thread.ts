import { existsSync, writeFileSync } from "node:fs";

type Task = { readonly job: { readonly run: string; readonly prompts: readonly string[] } };

/**
 * A program for a pool of threads that is told by the run's name what to do: die, die unless the file of that name exists
 * (and make it), or refuse. It scores nothing: the number of prompts is its answer.
 */
export default function doTask({ job: { run, prompts } }: Task) {
  if (run === "refuse") return { failure: { code: "incomplete", parameter: "router", message: "Out of reach." } };
  const isDeadly = run === "die" || (run.startsWith("/") && !existsSync(run));
  if (!isDeadly) return { bytes: Uint8Array.of(prompts.length) };
  if (run !== "die") writeFileSync(run, "");
  return process.exit(1);
}
