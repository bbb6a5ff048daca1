import { chmod, lstat, mkdir, open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { systemErrorCode } from "./system-error";

const PRIVATE_FOLDER = 0o700;
export const PRIVATE_FILE = 0o600;
/** Everybody may write there, as in /tmp, so that it is not ours to close. */
const SHARED = 0o1000;

/** A folder for its owner only, made or closed to others, whatever the umask is. */
export async function privateFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: PRIVATE_FOLDER });
  await close(path, PRIVATE_FOLDER);
}

/**
 * A file for its owner only, made empty where there is none. One that is there is never opened: closing it again would
 * give up every lock that this process holds on it (POSIX), an open database's among them.
 */
export async function privateFile(path: string): Promise<void> {
  const made = await open(path, "ax", PRIVATE_FILE).catch((error: unknown) => {
    if (systemErrorCode(error) === "EEXIST") return undefined;
    throw error;
  });
  await made?.close();
  await close(path, PRIVATE_FILE);
}

/**
 * Closes a folder that is there, and all that it holds, to others.
 * @returns the first path that could not be closed, as on a volume of another owner; undefined where all are.
 */
export async function closeToOthers(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  if (!found.isDirectory()) return close(path, PRIVATE_FILE);
  let open = await close(path, PRIVATE_FOLDER);
  for (const name of await readdir(path).catch(() => [])) {
    const inner = join(path, name);
    // What a link leads to is not ours.
    if ((await lstat(inner).catch(() => undefined))?.isSymbolicLink() !== false) continue;
    open = (await closeToOthers(inner)) ?? open;
  }
  return open;
}

async function close(path: string, mode: number): Promise<string | undefined> {
  try {
    const found = await stat(path);
    if ((found.mode & SHARED) === 0 && (found.mode & 0o777) !== mode) await chmod(path, mode);
    return undefined;
  } catch {
    return path;
  }
}
