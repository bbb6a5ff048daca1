import { link, readFile, rm, writeFile } from "node:fs/promises";
import { RoutingError } from "@/lib/domain/routing-error";
import { systemErrorCode } from "./system-error";

/**
 * Keeps a second process from using the same file: a file beside it holds the number of the process that does. A lock
 * whose process is gone (killed, or the machine was) is taken over.
 *
 * @returns how to give the lock back.
 * @throws RoutingError naming `parameter` if another process holds the lock or it cannot be made.
 */
export async function acquireLock(path: string, parameter: string): Promise<() => Promise<void>> {
  const fail = (message: string) => new RoutingError({ code: "invalid_argument", parameter, message });
  // Written first and then linked, so that a lock always names its holder.
  const own = `${path}.${process.pid}`;
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      await writeFile(own, String(process.pid));
      await link(own, path);
      return () => rm(path, { force: true });
    } catch (error) {
      const code = systemErrorCode(error);
      if (code !== "EEXIST") {
        throw fail(`${path} could not be written (${code}); name a file in a folder that can be written.`);
      }
    } finally {
      await rm(own, { force: true });
    }
    const holder = Number(await readFile(path, "utf8").catch(() => ""));
    if (isRunning(holder)) {
      throw fail(`process ${holder} is at work on this file; wait for it (if it is another program, delete ${path}).`);
    }
    await rm(path, { force: true });
  }
  throw fail(`another process took ${path} in this moment; try again.`);
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It runs, but belongs to somebody else.
    return systemErrorCode(error) === "EPERM";
  }
}
