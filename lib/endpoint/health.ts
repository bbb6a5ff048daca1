import { RoutingError } from "@/lib/domain/routing-error";
import { activeArtifactsDirectory } from "@/lib/runtime/active-artifacts";
import { artifactManifestSchema } from "@/lib/schemas/artifacts/artifact-manifest";
import { readArtifact } from "@/lib/storage/read-artifact";

export type Health =
  | { readonly status: "ok"; readonly artifacts: { readonly date: string; readonly seed: number } }
  | { readonly status: "unusable"; readonly message: string };

/** Readiness: can this server score prompts, and with which artifacts? Reads the manifest only, so it may be polled. */
export async function readHealth(): Promise<Health> {
  try {
    const { date, seed } = await readArtifact({
      directory: activeArtifactsDirectory(),
      path: "manifest.json",
      schema: artifactManifestSchema,
    });
    return { status: "ok", artifacts: { date, seed } };
  } catch (error) {
    if (!(error instanceof RoutingError)) {
      throw error;
    }
    // The cause names folders of the server: for its log, not for whoever asks.
    process.stderr.write(`${error.message}\n`);
    return {
      status: "unusable",
      message: "The artifacts cannot be used; the server's log says why and what mends it.",
    };
  }
}
