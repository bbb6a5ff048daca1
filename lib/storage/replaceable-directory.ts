import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { RoutingError } from "@/lib/domain/routing-error";
import { artifactManifestSchema } from "@/lib/schemas/artifacts/artifact-manifest";
import { showPath } from "./artifact-unusable";
import { MANIFEST_PATH } from "./check-artifacts";
import { readArtifact } from "./read-artifact";
import { systemErrorCode } from "./system-error";

/** Files that a system or git leaves in a folder and nobody misses. */
const NEGLIGIBLE = [".DS_Store", ".gitkeep"];

/**
 * Writing artifacts replaces the whole directory, so it must hold nothing else: it is absent, empty, or every file in
 * it is listed by its own manifest or about to be written again. Cheap: worth asking before an hour of training.
 * @param paths of the files to come, relative to `directory`, with `/`.
 * @throws RoutingError `invalid_argument` that names the first file that would be lost.
 */
export async function assertReplaceable({
  directory,
  paths,
}: {
  directory: string;
  paths: readonly string[];
}): Promise<void> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true }).catch((error: unknown) => {
    const code = systemErrorCode(error);
    if (code === "ENOENT") {
      return [];
    }
    throw new RoutingError({
      code: "invalid_argument",
      parameter: "--out",
      message: `--out: ${showPath(directory)} cannot be read as a folder (${code}); name a new or an empty folder`,
    });
  });
  const present = entries
    .filter((entry) => !entry.isDirectory() && !NEGLIGIBLE.includes(entry.name))
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
    .sort();
  const own = new Set([MANIFEST_PATH, ...paths, ...(await listedFiles(directory))]);
  const foreign = present.find((path) => !own.has(path));
  if (foreign !== undefined) {
    throw new RoutingError({
      code: "invalid_argument",
      parameter: "--out",
      message: `--out: ${showPath(directory)} holds ${foreign}, which is no artifact and would be lost; name a new or an empty folder`,
    });
  }
}

/** What the manifest in place lists; nothing where it cannot be read (training anew is the remedy for that). */
async function listedFiles(directory: string): Promise<readonly string[]> {
  try {
    const manifest = await readArtifact({ directory, path: MANIFEST_PATH, schema: artifactManifestSchema });
    return manifest.files.map((file) => file.path);
  } catch (error) {
    if (error instanceof RoutingError) {
      return [];
    }
    throw error;
  }
}
