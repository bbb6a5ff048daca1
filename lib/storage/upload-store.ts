import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { MAX_PROMPT_FILE_BYTES } from "@/lib/domain/prompt-file";
import { RoutingError } from "@/lib/domain/routing-error";
import { type PromptInspection, type PromptUpload, promptUploadSchema } from "@/lib/schemas/files/prompt-upload";
import { PRIVATE_FILE, privateFolder } from "./private-files";
import { systemErrorCode } from "./system-error";
import { checkUploadQuota, type UploadQuota } from "./upload-quota";
import { writeAtomically } from "./write-atomically";
import { syncFolder } from "./write-lines";

/** Uploads that nobody scored, and parts whose server was killed, are deleted after so long. */
const KEPT_MS = { upload: 86_400_000, part: 600_000 };

/** How much is written between two looks at what there is room for. */
const LOOK_BYTES = 16 * 1024 * 1024;

/** A sender that sends nothing for so long is gone. */
const STALL_MS = 60_000;

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const PART = ".part";

export type UploadStore = ReturnType<typeof createUploadStore>;

/**
 * Files that users brought: a folder each, `ID/prompts` (the bytes as they came), `ID/owner` and `ID/upload.json`. One that is being
 * received is `ID.part` and takes its name once it is whole, on the disk and inspected: there is no half upload.
 */
export function createUploadStore(directory: string, quota: UploadQuota) {
  const folderOf = (id: string): string => {
    if (!ID.test(id)) throw noUpload();
    return join(directory, id);
  };

  return {
    /**
     * @param options.inspect tells what the file holds, or throws where it is of no use: then nothing is kept.
     * @param options.signal aborted when the client is gone; then nothing is kept either.
     * @throws RoutingError that says why the file was not taken.
     */
    async receive(options: {
      readonly name: string;
      /** The id of whoever brings it. */
      readonly owner: string;
      readonly content: AsyncIterable<Uint8Array>;
      /** What the client said it would send, if it did. */
      readonly announcedBytes: number | undefined;
      readonly signal: AbortSignal;
      readonly inspect: (path: string) => Promise<PromptInspection>;
      readonly stallMs?: number;
    }): Promise<PromptUpload> {
      const { name, owner, content, announcedBytes, signal, inspect, stallMs = STALL_MS } = options;
      if ((announcedBytes ?? 0) > MAX_PROMPT_FILE_BYTES) throw tooLarge(name);
      const id = randomUUID();
      const part = `${folderOf(id)}${PART}`;
      try {
        await privateFolder(directory);
        await privateFolder(part);
        await writeFile(join(part, "owner"), owner, { mode: PRIVATE_FILE });
        const path = join(part, "prompts");
        const hold = (bytes: number) =>
          checkUploadQuota({
            directory,
            own: `${id}${PART}`,
            owner,
            bytes: Math.max(bytes, announcedBytes ?? 0),
            quota,
          });
        await hold(0);
        const bytes = await write({ path, name, content, signal, stallMs, hold });
        await hold(bytes);
        if (announcedBytes !== undefined && bytes !== announcedBytes) throw cutOff(name);
        const upload = { id, name, bytes, inspection: await inspect(path), ...ownedBy(owner) };
        if (signal.aborted) throw cutOff(name);
        await writeAtomically(join(part, "upload.json"), JSON.stringify(upload));
        await rename(part, folderOf(id));
        await syncFolder(folderOf(id));
        return upload;
      } catch (error) {
        await rm(part, { recursive: true, force: true }).catch(absent);
        if (error instanceof RoutingError) throw error;
        const message = `The file could not be stored in ${directory} (${systemErrorCode(error)}); that folder must be writable and have room.`;
        throw new RoutingError({ code: "storage_unusable", parameter: "ROUTELLM_STATE", message });
      }
    },

    /** @throws RoutingError (not found) if there is no such upload (any more). */
    async find(id: string): Promise<PromptUpload & { readonly path: string }> {
      const text = await readFile(join(folderOf(id), "upload.json"), "utf8").catch(absent);
      if (text === undefined) throw noUpload();
      return { ...promptUploadSchema.parse(JSON.parse(text)), path: join(folderOf(id), "prompts") };
    },

    /** Keeps what an upload was found to hold when another of its columns was read. */
    async reinspected({ id, name, bytes, owner }: PromptUpload, inspection: PromptInspection): Promise<PromptUpload> {
      const upload = { id, name, bytes, inspection, ...ownedBy(owner) };
      await writeAtomically(join(folderOf(id), "upload.json"), JSON.stringify(upload));
      return upload;
    },

    /** Nothing is left of it; that there is none already is fine. */
    remove: (id: string): Promise<void> => rm(folderOf(id), { recursive: true, force: true }),

    /** Deletes what nobody came back for. @param now milliseconds since 1970. */
    async sweep(now: number): Promise<void> {
      for (const entry of (await readdir(directory).catch(absent)) ?? []) {
        const isPart = entry.endsWith(PART);
        if (!ID.test(isPart ? entry.slice(0, -PART.length) : entry)) continue;
        const folder = join(directory, entry);
        // A file that is being received was written to a moment ago.
        const found = (await stat(join(folder, "prompts")).catch(absent)) ?? (await stat(folder).catch(absent));
        if (found === undefined || now - found.mtimeMs < (isPart ? KEPT_MS.part : KEPT_MS.upload)) continue;
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

const ownedBy = (owner: string | undefined) => (owner === undefined ? {} : { owner });

/** @returns how many bytes came; they are on the disk. */
async function write(options: {
  path: string;
  name: string;
  content: AsyncIterable<Uint8Array>;
  signal: AbortSignal;
  stallMs: number;
  /** Throws where there is no room for so many bytes. */
  hold: (bytes: number) => Promise<void>;
}): Promise<number> {
  const { path, name, content, signal, stallMs, hold } = options;
  let bytes = 0;
  let looked = 0;
  async function* limited() {
    for await (const chunk of readWhole(content, { name, stallMs })) {
      bytes += chunk.length;
      if (bytes > MAX_PROMPT_FILE_BYTES) throw tooLarge(name);
      if (bytes - looked > LOOK_BYTES) {
        await hold(bytes);
        looked = bytes;
      }
      yield chunk;
    }
  }
  try {
    await pipeline(limited, createWriteStream(path, { flush: true, mode: PRIVATE_FILE }), { signal });
  } catch (error) {
    throw signal.aborted ? cutOff(name) : error;
  }
  return bytes;
}

/** A failure of the sender, told apart from those of the disk. */
async function* readWhole(
  content: AsyncIterable<Uint8Array>,
  { name, stallMs }: { readonly name: string; readonly stallMs: number },
): AsyncGenerator<Uint8Array, void> {
  const iterator = content[Symbol.asyncIterator]();
  let stalled: (() => void) | undefined;
  const timer = setTimeout(() => stalled?.(), stallMs);
  try {
    for (;;) {
      timer.refresh();
      const next = await Promise.race([
        iterator.next(),
        new Promise<never>((_, reject) => {
          stalled = reject;
        }),
      ]).catch(() => {
        throw cutOff(name);
      });
      if (next.done) return;
      yield next.value;
    }
  } finally {
    clearTimeout(timer);
    // Not waited for: a generator that waits for its next chunk ends only after it.
    iterator.return?.().catch(() => undefined);
  }
}

const tooLarge = (name: string): RoutingError =>
  new RoutingError({
    code: "too_large",
    parameter: name,
    message: `${name} has more than 200 MB, which is the most that is read; bring a part of it.`,
  });

const cutOff = (name: string): RoutingError =>
  new RoutingError({
    code: "incomplete",
    parameter: name,
    message: `The upload of ${name} was cut off, and nothing of it was kept; bring the file again.`,
  });

export const noUpload = (): RoutingError =>
  new RoutingError({
    code: "not_found",
    parameter: "upload",
    message: "There is no such upload; files are deleted after a day or once they are scored, so bring it again.",
  });

/** A file that is not there is an answer; anything else is thrown on. */
function absent(error: unknown): undefined {
  const code = systemErrorCode(error);
  if (code !== "ENOENT" && code !== "ENOTDIR") throw error;
}
