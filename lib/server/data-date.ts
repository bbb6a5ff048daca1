import "server-only";
import { artifactManifestSchema } from "@/lib/schemas/artifact-manifest";
import { readArtifact } from "@/lib/storage/read-artifact";
import { readEnv } from "./env";

/** The day on which the shipped routers were trained, YYYY-MM-DD. */
export async function readDataDate(): Promise<string> {
  const directory = readEnv().artifactsDirectory;
  const { date } = await readArtifact({ directory, path: "manifest.json", schema: artifactManifestSchema });
  return date;
}
