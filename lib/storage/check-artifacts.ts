import { createHash } from "node:crypto";
import { type ArtifactManifest, artifactManifestSchema } from "@/lib/schemas/artifacts/artifact-manifest";
import { artifactUnusable } from "./artifact-unusable";
import { readArtifact } from "./read-artifact";
import { readArtifactFile } from "./read-artifact-file";

export const MANIFEST_PATH = "manifest.json";

/**
 * Holds every file that `<directory>/manifest.json` lists to its size and sha256 (hexadecimal).
 * @returns the manifest, so that a caller who checked need not read it again.
 * @throws RoutingError `artifact_unusable` that names the first file at fault, in the manifest's order.
 */
export async function checkArtifacts(directory: string): Promise<ArtifactManifest> {
  const manifest = await readArtifact({ directory, path: MANIFEST_PATH, schema: artifactManifestSchema });
  if (manifest.files.length === 0) {
    throw artifactUnusable({ directory, path: MANIFEST_PATH, problem: "lists no files" });
  }
  for (const { path, bytes, sha256 } of manifest.files) {
    const unusable = (problem: string) => artifactUnusable({ directory, path, problem });
    const content = await readArtifactFile({ directory, path });
    if (content.length !== bytes) {
      throw unusable(`has ${content.length} bytes where ${MANIFEST_PATH} says ${bytes}`);
    }
    if (digest(content) !== sha256) {
      throw unusable(`is not the file that ${MANIFEST_PATH} describes (its sha256 differs)`);
    }
  }
  return manifest;
}

/** @returns sha256 of `content`, hexadecimal. */
export function digest(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
