import "server-only";
import { artifactManifestSchema } from "@/lib/schemas/artifact-manifest";
import { readArtifact } from "@/lib/storage/read-artifact";
import { activeArtifactsDirectory } from "./active-artifacts";

/** The day on which the shipped routers were trained, YYYY-MM-DD. */
export async function readDataDate(): Promise<string> {
  const directory = activeArtifactsDirectory();
  const { date } = await readArtifact({ directory, path: "manifest.json", schema: artifactManifestSchema });
  return date;
}
