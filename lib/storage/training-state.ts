import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { deserialize, serialize } from "node:v8";

/** Writes down where a training is, all or nothing, so that an interruption loses minutes and not an hour. */
export async function writeTrainingState(path: string, state: { fingerprint: string; value: unknown }): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const fresh = `${path}.new-${process.pid}`;
  try {
    await writeFile(fresh, serialize(state));
    await rename(fresh, path);
  } finally {
    await rm(fresh, { force: true });
  }
}

/**
 * @param fingerprint of what is being trained on what: the state of another training is of no use.
 * @returns undefined where there is nothing to go on from: no file, a damaged one, or another training's.
 */
export async function readTrainingState(path: string, fingerprint: string): Promise<unknown> {
  try {
    const state: unknown = deserialize(await readFile(path));
    const isOurs =
      typeof state === "object" && state !== null && "fingerprint" in state && state.fingerprint === fingerprint;
    return isOurs && "value" in state ? state.value : undefined;
  } catch {
    return undefined;
  }
}

export const forgetTrainingState = (path: string): Promise<void> => rm(path, { force: true });
