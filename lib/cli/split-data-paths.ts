import { stat } from "node:fs/promises";
import { RoutingError } from "@/lib/domain/routing-error";

const BATTLE_FILE = /\.(csv|jsonl|jsonl\.gz)$/;

/**
 * Tells the data folder from files of battles among the values of `--data`.
 * @returns `folder` undefined where only files are named: the usual one is meant.
 * @throws RoutingError naming `--data` and the path that is neither, or the second folder.
 */
export async function splitDataPaths(
  paths: readonly string[],
): Promise<{ readonly folder: string | undefined; readonly files: readonly string[] }> {
  const fail = (message: string) => new RoutingError({ code: "invalid_argument", parameter: "--data", message });
  const folders: string[] = [];
  const files: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    // What is not there is the folder's own error to tell, unless it is called like a file.
    if (found?.isDirectory() === true || (found === undefined && !BATTLE_FILE.test(path))) folders.push(path);
    else if (found === undefined) throw fail(`${path} is not there; name a file of battles or a data folder.`);
    else if (BATTLE_FILE.test(path)) files.push(path);
    else throw fail(`${path} is neither a data folder nor a file of battles, which ends in .csv, .jsonl or .jsonl.gz.`);
  }
  if (folders.length > 1) {
    throw fail(`${folders.join(" and ")} are two data folders; name one, and files of battles beside it.`);
  }
  return { folder: folders[0], files };
}
