import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { PRIVATE_FILE } from "./private-files";
import { syncFolder } from "./write-lines";

/**
 * Writes a file, or nothing: the content goes to a new file beside it, reaches the disk, and takes its place, so that a
 * kill or a power cut at any moment leaves the old file or the new one.
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const fresh = `${path}.new-${randomUUID()}`;
  try {
    const file = await open(fresh, "w", PRIVATE_FILE);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, path);
    await syncFolder(path);
  } finally {
    await rm(fresh, { force: true });
  }
}
