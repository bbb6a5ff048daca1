import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { RoutingError } from "@/lib/domain/routing-error";
import { failedResponse } from "@/lib/http/failed-response";
import { once } from "@/lib/runtime/once";
import { oncePerArtifacts } from "@/lib/runtime/once-per-artifacts";
import { artifactManifestSchema } from "@/lib/schemas/artifacts/artifact-manifest";
import { artifactUnusable } from "@/lib/storage/artifact-unusable";
import { digest, MANIFEST_PATH } from "@/lib/storage/check-artifacts";
import { readArtifact } from "@/lib/storage/read-artifact";
import { systemErrorCode } from "@/lib/storage/system-error";

const NAMES = ["mmlu", "gsm8k", "mt-bench"];

/** Tags in `If-None-Match` are compared weakly: `W/"a"` is `"a"` (RFC 9110, 13.1.2). */
function isHeld(etag: string, ifNoneMatch: string | null): boolean {
  const held = ifNoneMatch?.split(",").map((tag) => tag.trim().replace(/^W\//, "")) ?? [];
  return held.includes(etag) || held.includes("*");
}

type ListedFile = { readonly content: Uint8Array<ArrayBuffer>; readonly etag: string };

async function readListed(directory: string, name: string): Promise<ListedFile> {
  const path = `benchmarks/${name}.json`;
  const unusable = (problem: string) => artifactUnusable({ directory, path, problem });
  const { files } = await readArtifact({ directory, path: MANIFEST_PATH, schema: artifactManifestSchema });
  const listed = files.find((file) => file.path === path);
  if (listed === undefined) throw unusable(`is not listed in ${MANIFEST_PATH}`);
  const content = await readFile(join(directory, path)).catch((error: unknown) => {
    throw unusable(`cannot be read (${systemErrorCode(error)})`);
  });
  if (digest(content) !== listed.sha256) throw unusable(`is not the file that ${MANIFEST_PATH} describes`);
  return { content, etag: `"${listed.sha256}"` };
}

/** Read and checked once for each set of artifacts: a digest of a megabyte holds up everybody for milliseconds. */
const getFiles = oncePerArtifacts(
  async (directory) => new Map(NAMES.map((name) => [name, once(() => readListed(directory, name))])),
);

/**
 * `benchmarks/<name>.json` of the artifacts that this server uses, so that the page never mixes two trainings. Its
 * entity tag is the manifest's sha256: a browser asks each time, and is sent the file only where it changed.
 * @returns 200, 304, 404 for a name that is no benchmark's file, or 503 if the artifacts cannot be used.
 */
export async function benchmarkResponse(name: string, ifNoneMatch: string | null): Promise<Response> {
  const read = (await getFiles()).get(name);
  if (read === undefined) {
    return failedResponse("not_found", `There is no such benchmark; the benchmarks are ${NAMES.join(", ")}.`);
  }
  try {
    const { content, etag } = await read();
    const headers = { ETag: etag, "Cache-Control": "no-cache" };
    if (isHeld(etag, ifNoneMatch)) return new Response(null, { status: 304, headers });
    return new Response(content, { headers: { ...headers, "Content-Type": "application/json" } });
  } catch (error) {
    if (!(error instanceof RoutingError)) throw error;
    // The cause names folders of the server: for its log, not for whoever asks.
    process.stderr.write(`${error.message}\n`);
    return failedResponse(error.code, "The artifacts cannot be used; the server's log says why and what mends it.");
  }
}
