import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { artifactUnusable } from "./artifact-unusable";
import { systemErrorCode } from "./system-error";

/**
 * Reads `<directory>/<path>` as it lies there.
 * @throws RoutingError `artifact_unusable` if it is missing or cannot be read.
 */
export async function readArtifactFile({ directory, path }: { directory: string; path: string }): Promise<Buffer> {
  return readFile(join(directory, path)).catch((error: unknown) => {
    const code = systemErrorCode(error);
    const problem = code === "ENOENT" ? "is missing" : `cannot be read (${code})`;
    throw artifactUnusable({ directory, path, problem });
  });
}
