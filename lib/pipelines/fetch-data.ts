import { access } from "node:fs/promises";
import { basename, join } from "node:path";
import { BENCHMARK_RAW_FILES } from "@/lib/datasets/sources/benchmark-raw-files";
import type { Download } from "@/lib/datasets/sources/download-file";
import { type DownloadProgress, downloadFiles } from "@/lib/datasets/sources/download-files";
import { openDataFolder } from "@/lib/datasets/sources/open-data-folder";
import { PUBLIC_SOURCES, type PublicSource } from "@/lib/datasets/sources/public-sources";
import { rawFilePath } from "@/lib/datasets/sources/raw-file-path";

/**
 * Brings public data into a data folder, which is made if need be: the files with the benchmarks' question text into
 * `raw/<benchmark>/`, or the Arena battles into `battles/`. What is there already is left as it is.
 * @param options.base replaces the public host.
 * @throws RoutingError, one sentence; what has come by then is continued at the next call.
 */
export async function fetchData(options: {
  source: PublicSource;
  directory: string;
  base?: string;
  report: (progress: DownloadProgress) => void;
}): Promise<{ fetched: number; present: number }> {
  const { source, directory, report } = options;
  const base = (options.base ?? PUBLIC_SOURCES[source].base).replace(/\/+$/, "");
  const downloads =
    source === "benchmarks" ? await benchmarkDownloads(directory, base) : [arenaDownload(directory, base)];
  return downloadFiles({ downloads, report });
}

async function benchmarkDownloads(directory: string, base: string): Promise<Download[]> {
  const benchmarks = Object.entries(await namedRawFiles(directory));
  return benchmarks.flatMap(([benchmark, { repository, commit, files }]) =>
    Object.entries(files).map(([path, sha256]) => ({
      url: `${base}/${repository}/${commit}/${path}`,
      path: rawFilePath({ directory, benchmark, file: basename(path) }),
      sha256,
    })),
  );
}

/** What the folder's own manifest names, if it has one that names any; else what this project knows. */
async function namedRawFiles(directory: string): Promise<typeof BENCHMARK_RAW_FILES> {
  const hasManifest = await access(join(directory, "MANIFEST.json")).then(
    () => true,
    () => false,
  );
  if (!hasManifest) return BENCHMARK_RAW_FILES;
  const { benchmarks } = await openDataFolder(directory);
  const named = benchmarks.flatMap(({ name, raw }) => (raw === undefined ? [] : [[name, raw] as const]));
  return named.length === 0 ? BENCHMARK_RAW_FILES : Object.fromEntries(named);
}

const arenaDownload = (directory: string, base: string): Download => ({
  url: `${base}/${PUBLIC_SOURCES["arena-55k"].path}`,
  path: join(directory, "battles", "arena-55k.csv"),
});
