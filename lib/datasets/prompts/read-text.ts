import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { RoutingError } from "@/lib/domain/routing-error";

/**
 * The text of a user's file, gzipped if its name ends in `.gz`, without a byte order mark. Decodes strictly: a file in
 * another encoding would otherwise be read as replacement characters.
 * @throws RoutingError that names the file and the fault.
 */
export async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new RoutingError({
      code: "not_found",
      parameter: path,
      message: `${path} could not be read (${error.code ?? error.message}); it must be a readable file.`,
    });
  });
  const plain = path.toLowerCase().endsWith(".gz") ? unzip(path, bytes) : bytes;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(plain);
  } catch {
    throw invalid(path, "is not UTF-8 text; save it as UTF-8.");
  }
}

function unzip(path: string, bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes);
  } catch {
    throw invalid(path, "is not a complete gzip file; fetch it again.");
  }
}

const invalid = (path: string, problem: string): RoutingError =>
  new RoutingError({ code: "invalid_data", parameter: path, message: `${path} ${problem}` });
