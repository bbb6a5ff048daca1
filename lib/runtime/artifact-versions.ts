import type { ArtifactVersions } from "@/lib/calibration/hand-over";
import { artifactManifestSchema } from "@/lib/schemas/artifacts/artifact-manifest";
import { readArtifact } from "@/lib/storage/read-artifact";
import { activeArtifactsDirectory } from "./active-artifacts";

/** Which trained artifacts this process serves. @throws RoutingError `artifact_unusable`. */
export function readArtifactVersions(): Promise<ArtifactVersions> {
  const directory = activeArtifactsDirectory();
  return readArtifact({ directory, path: "manifest.json", schema: artifactManifestSchema });
}
