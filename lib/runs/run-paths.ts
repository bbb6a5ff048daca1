import { join } from "node:path";

/** Where everything of one run lies. */
export function runPaths(directory: string, id: string) {
  const folder = join(directory, id);
  const chunks = join(folder, "chunks");
  return {
    folder,
    record: join(folder, "run.json"),
    lock: join(folder, "lock"),
    /** The run's own name of the file that was brought, until it is scored. */
    prompts: join(folder, "prompts"),
    chunks,
    chunk: (index: number): string => join(chunks, `${String(index).padStart(6, "0")}.bin`),
    /** All chunks in one, once all are scored. */
    scores: join(folder, "scores.bin"),
    result: join(folder, "result.json"),
  };
}
