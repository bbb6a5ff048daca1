import { access, readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { RoutingError } from "@/lib/domain/routing-error";
import { dataManifestSchema, type RawFiles } from "@/lib/schemas/files/data-lines";
import { readJson } from "./read-json";

/** One data file: what it is called in the project, and what may be done with it. */
export type DataFile = {
  /** File name without endings. */
  readonly name: string;
  /** Relative to the data folder; of a file that lies elsewhere, where it would lie. */
  readonly path: string;
  /** Where it is read. */
  readonly file: string;
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
 * @param brought further files of battles, wherever they lie: Arena-55k CSV, or the lines of `battles/*.jsonl`.
 * @throws RoutingError if there is no such folder or no manifest in it.
 */
export async function openDataFolder(directory: string, brought: readonly string[] = []): Promise<DataFolder> {
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
    name: withoutEndings(file.path),
    file: join(directory, file.path),
  }));
  const inFolder = (folder: string) => files.filter((file) => file.path.startsWith(`${folder}/`));
  return {
    directory,
    battles: withBrought([...inFolder("battles"), ...(await ownBattles(directory))], brought),
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
      name: withoutEndings(name),
      path: `battles/${name}`,
      file: join(directory, "battles", name),
      ...OWN,
    }));
}

/** What the user brought is the user's; it is counted when it is read. */
const OWN = {
  licence: "as its owner gave it to the user",
  source: "brought by the user",
  use: "train",
  rows: 0,
} as const;

const withoutEndings = (path: string): string => basename(path).replace(/\.(csv|jsonl(\.gz)?)$/, "");

/** Each file has a name of its own: two exports are both called `routellm-votes`. */
function withBrought(files: readonly DataFile[], brought: readonly string[]): DataFile[] {
  const all = [...files];
  for (const file of brought) {
    const plain = withoutEndings(file);
    const ending = basename(file).slice(plain.length);
    let name = plain;
    for (let copy = 2; all.some((other) => other.name === name); copy++) name = `${plain}-${copy}`;
    all.push({ name, path: `battles/${name}${ending}`, file, ...OWN });
  }
  return all;
}
