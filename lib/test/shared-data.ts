import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const BESIDE_REPOSITORY = fileURLToPath(new URL("../../../shared/data/", import.meta.url));

/** The data folder some tests need: ROUTELLM_DATA, or `../shared/data` beside the repository; undefined if absent. */
export function findDataDirectory(): string | undefined {
  const directory = process.env.ROUTELLM_DATA ?? BESIDE_REPOSITORY;
  return existsSync(`${directory}/benchmarks/mmlu.jsonl.gz`) ? directory : undefined;
}

/** The rows of a gzipped JSON Lines file of the data folder. */
export function readRows(directory: string, path: string): unknown[] {
  const text = gunzipSync(readFileSync(`${directory}/${path}`)).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line));
}
