import { mkdir, open, realpath, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { RoutingError } from "@/lib/domain/routing-error";
import type { ArtifactManifest } from "@/lib/schemas/artifacts/artifact-manifest";
import { ARTIFACT_SCHEMA_VERSION } from "@/lib/schemas/artifacts/artifact-version";
import { showPath } from "./artifact-unusable";
import { digest, MANIFEST_PATH } from "./check-artifacts";
import { assertReplaceable } from "./replaceable-directory";
import { stableJson } from "./stable-json";
import { systemErrorCode } from "./system-error";

/**
 * Writes a whole set of artifacts and its manifest, or nothing: everything goes into a new folder beside `directory`,
 * reaches the disk, and then takes its place. A failure on the way (a full disk, say) leaves what was there untouched.
 * The same values give the same bytes.
 * @param files by path relative to `directory`, with `/` (`benchmarks/mmlu.json`): bytes and texts are written as they
 * are, every other value as JSON.
 * @param manifest all but what follows from the files.
 * @returns the manifest as written.
 */
export async function writeArtifacts({
  directory,
  files,
  manifest,
}: {
  directory: string;
  files: Readonly<Record<string, unknown>>;
  manifest: Omit<ArtifactManifest, "schemaVersion" | "files">;
}): Promise<ArtifactManifest> {
  const paths = Object.keys(files).sort();
  for (const path of paths) {
    assertInside(path);
  }
  await assertReplaceable({ directory, paths });

  const contents = paths.map((path) => ({ path, content: fileContent(files[path]) }));
  const written: ArtifactManifest = {
    ...manifest,
    schemaVersion: ARTIFACT_SCHEMA_VERSION,
    files: contents.map(({ path, content }) => ({ path, bytes: content.length, sha256: digest(content) })),
  };
  const everything = [...contents, { path: MANIFEST_PATH, content: Buffer.from(stableJson(written)) }];

  try {
    const target = await realTarget(directory);
    const fresh = `${target}.new-${process.pid}`;
    try {
      await rm(fresh, { recursive: true, force: true });
      for (const { path, content } of everything) {
        await mkdir(dirname(join(fresh, path)), { recursive: true });
        await writeDurably(join(fresh, path), content);
      }
      await replaceDirectory({ target, fresh });
    } finally {
      await rm(fresh, { recursive: true, force: true });
    }
  } catch (error) {
    throw new RoutingError({
      code: "artifact_unusable",
      parameter: "--out",
      message: `${showPath(directory)} could not be written (${systemErrorCode(error)}); what was there is untouched: make room or name another folder with --out`,
    });
  }
  return written;
}

function fileContent(value: unknown): Buffer {
  if (value instanceof Uint8Array) return Buffer.from(value);
  return Buffer.from(typeof value === "string" ? value : stableJson(value));
}

function assertInside(path: string): void {
  const parts = path.split("/");
  if (path === MANIFEST_PATH || parts.some((part) => part === "" || part === "." || part === "..")) {
    throw new TypeError(
      `"${path}" is no place for an artifact: give a path inside the folder, other than the manifest`,
    );
  }
}

/** Follows a link, so that the folder it points to is replaced and not the link; makes the folders above. */
async function realTarget(directory: string): Promise<string> {
  const absolute = resolve(directory);
  await mkdir(dirname(absolute), { recursive: true });
  return realpath(absolute).catch((error: unknown) => {
    if (systemErrorCode(error) === "ENOENT") {
      return absolute;
    }
    throw error;
  });
}

async function writeDurably(file: string, content: Uint8Array): Promise<void> {
  const handle = await open(file, "wx");
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** No call replaces a folder that is not empty, so the old one steps aside and comes back if the new one cannot enter. */
async function replaceDirectory({ target, fresh }: { target: string; fresh: string }): Promise<void> {
  const former = `${target}.old-${process.pid}`;
  const hadFormer = await rename(target, former).then(
    () => true,
    (error: unknown) => {
      if (systemErrorCode(error) === "ENOENT") {
        return false;
      }
      throw error;
    },
  );
  try {
    await rename(fresh, target);
  } catch (error) {
    if (hadFormer) {
      await rename(former, target);
    }
    throw error;
  }
  await rm(former, { recursive: true, force: true });
}
