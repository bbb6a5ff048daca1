import { access, readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { RoutingError } from "@/lib/domain/routing-error";
import { dataManifestSchema, type RawFiles } from "@/lib/schemas/data-lines";
import { readJson } from "./read-json";

/** One data file: what it is called in the project, and what may be done with it. */
export type DataFile = {
  /** File name without endings. */
  readonly name: string;
  /** Relative to the data folder. */
  readonly path: string;
  readonly licence: string;
  readonly source: string;
  readonly use: "train" | "evaluate" | "train or evaluate";
  readonly rows: number;
  /** The public files that a benchmark's questions came from. */
  readonly raw?: RawFiles;
};

/** The files of a data folder by kind. */
export type DataFolder = {
  readonly directory: string;
  readonly battles: readonly DataFile[];
  readonly golden: readonly DataFile[];
  readonly benchmarks: readonly DataFile[];
};

/**
 * Lists a data folder: what its MANIFEST.json names, and the Arena-55k CSV files that a user put into `battles/`.
 * @throws RoutingError if there is no such folder or no manifest in it.
 */
export async function openDataFolder(directory: string): Promise<DataFolder> {
  const manifestPath = join(directory, "MANIFEST.json");
  await access(manifestPath).catch(() => {
    throw new RoutingError({
      code: "not_found",
      parameter: "--data",
      message: `${directory} is not a data folder: it has no MANIFEST.json. Name one with --data or ROUTELLM_DATA.`,
    });
  });
  const manifest = await readJson(manifestPath, dataManifestSchema);
  const files = manifest.files.map(({ raw, ...file }) => ({
    ...file,
    ...(raw === undefined ? {} : { raw }),
    name: basename(file.path).replace(/\.jsonl(\.gz)?$/, ""),
  }));
  const inFolder = (folder: string) => files.filter((file) => file.path.startsWith(`${folder}/`));
  return {
    directory,
    battles: [...inFolder("battles"), ...(await ownBattles(directory))],
    golden: inFolder("golden"),
    benchmarks: inFolder("benchmarks"),
  };
}

/** CSV files in `battles/`: the user's own copy of Arena-55k, or an export in its columns. */
async function ownBattles(directory: string): Promise<DataFile[]> {
  const names = await readdir(join(directory, "battles")).catch((): string[] => []);
  return names
    .filter((name) => name.endsWith(".csv"))
    .sort()
    .map((name) => ({
      name: name.replace(/\.csv$/, ""),
      path: `battles/${name}`,
      licence: "as its owner gave it to the user",
      source: "brought by the user",
      use: "train" as const,
      rows: 0,
    }));
}
