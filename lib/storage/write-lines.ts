import { type FileHandle, open, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { RoutingError } from "@/lib/domain/routing-error";
import { systemErrorCode } from "./system-error";

const CHUNK_CHARACTERS = 65_536;

/**
 * Writes lines to a file, or nothing: they go to a new file beside it, reach the disk, and take its place. Any number
 * of lines in little memory; gzipped if the name ends in `.gz`.
 * @param parameter the argument that named the file, for the error.
 * @throws RoutingError if the file cannot be written; what was there is untouched.
 */
export async function writeLines(options: { path: string; lines: Iterable<string>; parameter: string }): Promise<void> {
  const { path, lines, parameter } = options;
  const fresh = `${path}.new-${process.pid}`;
  try {
    const file = await open(fresh, "w");
    try {
      await fill(file, { lines, zip: path.endsWith(".gz") });
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, path);
    await syncFolder(path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw new RoutingError({
      code: "invalid_argument",
      parameter,
      message: `${path} could not be written (${systemErrorCode(error)}); what was there is untouched: name a file in a folder that can be written and has room.`,
    });
  }
}

/** Makes a new or renamed file's name as durable as its content, where the system lets folders be opened. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(dirname(path), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** @returns the lines as chunks of text, each of many lines, every line ended. */
export function* inChunks(lines: Iterable<string>): Generator<string, void> {
  let chunk = "";
  for (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}

async function fill(file: FileHandle, { lines, zip }: { lines: Iterable<string>; zip: boolean }): Promise<void> {
  const chunks = Readable.from(inChunks(lines));
  if (zip) await pipeline(chunks, createGzip(), (zipped: AsyncIterable<Uint8Array>) => writeFile(file, zipped));
  else await writeFile(file, chunks);
}
