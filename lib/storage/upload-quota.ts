import { readdir, readFile, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { RoutingError } from "@/lib/domain/routing-error";
import { systemErrorCode } from "./system-error";

/** How much may lie in the uploads' folder. */
type Room = { readonly bytes: number; readonly files: number };
export type UploadQuota = { readonly person: Room; readonly all: Room };

/** What the disk keeps for everything else: the database above all. */
const KEPT_FREE_BYTES = 256 * 1024 * 1024;

/** @param path of an upload's folder. @returns undefined where it has gone. */
async function measure(path: string): Promise<{ readonly owner: string; readonly bytes: number } | undefined> {
  try {
    const [owner, { size }] = await Promise.all([
      readFile(join(path, "owner"), "utf8").catch(() => ""),
      stat(join(path, "prompts")),
    ]);
    return { owner, bytes: size };
  } catch (error) {
    if (systemErrorCode(error) !== "ENOENT" && systemErrorCode(error) !== "ENOTDIR") throw error;
    return undefined;
  }
}

/**
 * Holds an upload to what there is room for; those that are still coming count with what they have.
 * @param options.own folder of the upload itself, which is not counted.
 * @param options.bytes of the upload, as far as they are known.
 * @throws RoutingError that says what is full and what makes room.
 */
export async function checkUploadQuota(options: {
  readonly directory: string;
  readonly own: string;
  readonly owner: string;
  readonly bytes: number;
  readonly quota: UploadQuota;
}): Promise<void> {
  const { directory, own, owner, bytes, quota } = options;
  const entries = (await readdir(directory)).filter((entry) => entry !== own);
  const found = (await Promise.all(entries.map((entry) => measure(join(directory, entry))))).filter(
    (upload) => upload !== undefined,
  );
  const mine = found.filter((upload) => upload.owner === owner);
  const sum = (uploads: typeof found) => uploads.reduce((total, upload) => total + upload.bytes, bytes);
  if (mine.length >= quota.person.files || sum(mine) > quota.person.bytes) {
    throw full("too_large", `Your uploads are full (${inWords(quota.person)}): score or discard some, then try again.`);
  }
  if (found.length >= quota.all.files || sum(found) > quota.all.bytes) {
    throw full(
      "storage_full",
      `The uploads of all people here are full (${inWords(quota.all)}): they are deleted once scored or after a day; an admin can allow more (ROUTELLM_UPLOADS_TOTAL_MB).`,
    );
  }
  const { bavail, bsize } = await statfs(directory);
  if (bavail * bsize - bytes < KEPT_FREE_BYTES) {
    throw full(
      "storage_full",
      "The server's disk is nearly full, so no file is taken: delete runs and uploads that are no longer needed.",
    );
  }
}

const inWords = ({ bytes, files }: Room): string =>
  `at most ${Math.round(bytes / 1e6).toLocaleString("en-US")} MB in ${files.toLocaleString("en-US")} files`;

const full = (code: "too_large" | "storage_full", message: string): RoutingError =>
  new RoutingError({ code, parameter: "quota", message });
