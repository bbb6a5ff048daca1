import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { RoutingError } from "@/lib/domain/routing-error";
import { type Answer, requestFile, TransientFault } from "./download-request";

/** A public file and where it goes. */
export type Download = {
  readonly url: string;
  readonly path: string;
  /** Pinned SHA-256; without one, the checksum that the host announces is held to, and no resuming where it is silent. */
  readonly sha256?: string;
};

/** Waits before each further try. */
const RETRY_MILLISECONDS: readonly number[] = [500, 2000, 5000];

/**
 * Fetches one file. What has come stands in `<path>.part` and is continued at the next try or the next run; the file
 * takes its name only when it is complete, has the right checksum and is on the disk. A wrong checksum is fetched anew once.
 * @param options.report hears how many bytes have come, of how many if that is known.
 * @returns "present" if it was there already (with the pinned checksum, if there is one).
 * @throws RoutingError, one sentence; whatever the signal is aborted with.
 */
export async function downloadFile(options: {
  download: Download;
  signal: AbortSignal;
  report: (received: number, size: number | undefined) => void;
  retryMilliseconds?: readonly number[];
  idleMilliseconds?: number;
}): Promise<"present" | "fetched"> {
  const { download, signal, report, retryMilliseconds = RETRY_MILLISECONDS } = options;
  const { url, path } = download;
  const part = `${path}.part`;
  if (await isPresent(download)) return "present";
  await onDisk(path, () => mkdir(dirname(path), { recursive: true }));
  let tries = 0;
  let largest = 0;
  let refetched = false;
  for (;;) {
    try {
      const expected = await receive({ ...options, part });
      const actual = expected === undefined ? undefined : await onDisk(part, () => fileDigest(part));
      if (actual === expected) break;
      await onDisk(part, () => rm(part, { force: true }));
      if (refetched) throw wrongChecksum(url);
      refetched = true;
    } catch (error) {
      if (!(error instanceof TransientFault)) throw error;
      // A long file over a poor connection: a try that got further is no try lost.
      const size = await onDisk(part, () => sizeOf(part));
      if (size > largest) tries = 0;
      largest = Math.max(largest, size);
      const wait = retryMilliseconds[tries];
      if (wait === undefined) throw unreachable(url, error);
      tries += 1;
      await sleep(wait, undefined, { signal }).catch(() => {
        throw signal.reason;
      });
    }
  }
  await onDisk(path, () => rename(part, path));
  const { size } = await onDisk(path, () => stat(path));
  report(size, size);
  return "fetched";
}

/** One try: appends to the part file, or begins it anew. @returns the checksum that the whole must have, if known. */
async function receive(options: {
  download: Download;
  part: string;
  signal: AbortSignal;
  report: (received: number, size: number | undefined) => void;
  idleMilliseconds?: number;
}): Promise<string | undefined> {
  const { download, part, report } = options;
  const { url, sha256 } = download;
  const before = await onDisk(part, () => sizeOf(part));
  const request = { ...options, url };
  let answer = await requestFile({ ...request, start: before });
  // Nothing left to come (the part may be whole already), or nothing to check a continued file by.
  if (answer === undefined && sha256 !== undefined && before > 0 && (await fileDigest(part)) === sha256) return sha256;
  const expected = sha256 ?? answer?.announced;
  if (answer === undefined || (answer.start !== 0 && (answer.start !== before || expected === undefined))) {
    await answer?.chunks[Symbol.asyncIterator]().return?.();
    answer = await requestFile({ ...request, start: 0 });
  }
  if (answer === undefined) throw new TransientFault("answers with status 416");
  await write({ part, answer, report });
  return sha256 ?? answer.announced;
}

async function write(options: {
  part: string;
  answer: Answer;
  report: (received: number, size: number | undefined) => void;
}): Promise<void> {
  const { part, answer, report } = options;
  const file = await onDisk(part, () => open(part, answer.start === 0 ? "w" : "a"));
  try {
    let received = answer.start;
    for await (const chunk of answer.chunks) {
      await onDisk(part, () => file.writeFile(chunk));
      received += chunk.length;
      report(received, answer.size);
    }
    if (answer.size !== undefined && received !== answer.size) {
      throw new TransientFault(`broke off after ${received} of ${answer.size} bytes`);
    }
    await onDisk(part, () => file.sync());
  } finally {
    await file.close();
  }
}

async function isPresent({ path, sha256 }: Download): Promise<boolean> {
  if ((await onDisk(path, () => sizeOf(path))) === 0) return false;
  return sha256 === undefined || (await onDisk(path, () => fileDigest(path))) === sha256;
}

/** @returns 0 if there is no file. */
async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return 0;
    throw error;
  }
}

async function fileDigest(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

/** Runs a file operation; its failure becomes a sentence. */
async function onDisk<Result>(path: string, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && typeof error.code === "string")) throw error;
    const isFull = ["ENOSPC", "EDQUOT", "EFBIG"].includes(error.code);
    const remedy = isFull
      ? "the disk is full; make room and run this again, it continues where it stopped"
      : `it cannot be written or read (${error.code}); make the data folder writable or name another one with --data`;
    throw new RoutingError({ code: "invalid_argument", parameter: "data fetch", message: `${path}: ${remedy}.` });
  }
}

const wrongChecksum = (url: string) =>
  new RoutingError({
    code: "invalid_data",
    parameter: "data fetch",
    message: `${url}: its SHA-256 is not the expected one, twice over, so the file was changed or damaged and is not kept; leave --from out, or name another mirror with it.`,
  });

const unreachable = (url: string, { fault }: TransientFault) =>
  new RoutingError({
    code: "not_found",
    parameter: "data fetch",
    message: `${url} ${fault}; check the network and run this again (it continues where it stopped), or name a mirror with --from.`,
  });
