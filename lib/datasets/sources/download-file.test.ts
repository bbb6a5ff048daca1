import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FileServer, startFileServer } from "@/lib/test/file-server";
import { downloadFile } from "./download-file";

const CONTENT = Array.from({ length: 5000 }, (_, index) => `row ${index} é`).join("\n");
const BYTES = Buffer.byteLength(CONTENT);
const digest = (text: string) => createHash("sha256").update(text).digest("hex");
const NAME = "/some/file.csv";

let folder = "";
let server: FileServer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "routellm-download-"));
  server = await startFileServer({ [NAME]: CONTENT });
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const path = () => join(folder, "new", "file.csv");
const part = () => `${path()}.part`;
const download = (options: { url?: string; sha256?: string; signal?: AbortSignal } = {}) => {
  const { url = server.base + NAME, sha256, signal = new AbortController().signal } = options;
  return downloadFile({
    download: { url, path: path(), ...(sha256 === undefined ? {} : { sha256 }) },
    signal,
    report: () => {},
    retryMilliseconds: [1, 1],
    idleMilliseconds: 300,
  });
};
const pinned = { sha256: digest(CONTENT) };
const leavePart = async (text: string | Uint8Array) => {
  await mkdir(join(folder, "new"));
  await writeFile(part(), text);
};
const head = (bytes: number) => Buffer.from(CONTENT).subarray(0, bytes);
const expectWhole = async () => {
  expect(await readFile(path(), "utf8")).toBe(CONTENT);
  expect(await readdir(join(folder, "new"))).toEqual(["file.csv"]);
};
const ranges = () => server.requests.map(({ range }) => range);

describe("downloadFile", () => {
  it("makes the folder, asks for the bytes as they are, and says how far it is", async () => {
    const reports: (readonly [number, number | undefined])[] = [];
    const outcome = await downloadFile({
      download: { url: server.base + NAME, path: path(), ...pinned },
      signal: new AbortController().signal,
      report: (received, size) => reports.push([received, size]),
    });
    expect(outcome).toBe("fetched");
    await expectWhole();
    expect(server.requests).toEqual([{ path: NAME, range: undefined, encoding: "identity" }]);
    expect(reports.at(-1)).toEqual([BYTES, BYTES]);
    expect(reports.every(([, size]) => size === BYTES)).toBe(true);
  });

  it("asks for nothing if the file is there, and fetches it again if it is another one", async () => {
    await download(pinned);
    expect(await download(pinned)).toBe("present");
    expect(await download()).toBe("present");
    expect(server.requests).toHaveLength(1);
    await writeFile(path(), "something else");
    expect(await download()).toBe("present");
    expect(await download(pinned)).toBe("fetched");
    await expectWhole();
  });

  it("continues what an earlier run has left", async () => {
    await leavePart(head(1000));
    await download(pinned);
    await expectWhole();
    expect(ranges()).toEqual(["bytes=1000-"]);
  });

  it("continues after a broken transfer, and counts no try that got further", async () => {
    server.fail(NAME, { breakAfter: 1000 }, { breakAfter: 2000 }, { breakAfter: 3000 }, { breakAfter: 4000 });
    await download(pinned);
    await expectWhole();
    expect(ranges()).toEqual([undefined, "bytes=1000-", "bytes=3000-", "bytes=6000-", "bytes=10000-"]);
  });

  it("begins anew with a server that knows no ranges", async () => {
    await server.close();
    server = await startFileServer({ [NAME]: CONTENT }, { ranges: false });
    await leavePart("rubbish of an earlier run");
    await download(pinned);
    await expectWhole();
    expect(ranges()).toEqual(["bytes=25-"]);
  });

  it("needs nothing more than the check if the part is whole, and begins anew if it is too long", async () => {
    await leavePart(CONTENT);
    await download(pinned);
    await expectWhole();
    expect(ranges()).toEqual([`bytes=${BYTES}-`]);
    await rm(join(folder, "new"), { recursive: true });
    await leavePart(`${CONTENT} and more`);
    await download(pinned);
    await expectWhole();
    expect(ranges().slice(1)).toEqual([`bytes=${BYTES + 9}-`, undefined]);
  });

  it("fetches a file with a wrong checksum anew once, as after a damaged part", async () => {
    await leavePart("x".repeat(1000));
    await download(pinned);
    await expectWhole();
    expect(ranges()).toEqual(["bytes=1000-", undefined]);
  });

  it("keeps nothing of a file whose checksum is wrong twice", async () => {
    await expect(download({ sha256: digest("another") })).rejects.toThrow(/SHA-256 is not the expected one, twice/);
    expect(await readdir(join(folder, "new"))).toEqual([]);
    expect(server.requests).toHaveLength(2);
  });

  it.each([500, 503, 429])("tries again after status %i", async (status) => {
    server.fail(NAME, { status }, { status });
    await download(pinned);
    await expectWhole();
    expect(server.requests).toHaveLength(3);
  });

  it("gives up after its tries, and names the status", async () => {
    server.fail(NAME, { status: 500 }, { status: 502 }, { status: 503 });
    await expect(download(pinned)).rejects.toThrow(/file\.csv answers with status 503; check the network/);
    expect(server.requests).toHaveLength(3);
  });

  it("tries again when a server falls silent, before its answer or within", async () => {
    server.fail(NAME, { stallAfter: 500 }, { stallAfter: 0 });
    await download(pinned);
    await expectWhole();
    expect(ranges().slice(0, 2)).toEqual([undefined, "bytes=500-"]);
  });

  it.each([
    [404, /there is no such file \(status 404\); check the mirror/],
    [403, /the host refuses it \(status 403\); fetch it there by hand/],
  ])("asks once where the answer is %i", async (status, message) => {
    server.fail(NAME, { status });
    await expect(download(pinned)).rejects.toThrow(message);
    expect(server.requests).toHaveLength(1);
    expect(existsSync(path())).toBe(false);
  });

  it("says that it cannot reach a port where nobody listens, and keeps the part", async () => {
    const { base } = server;
    await server.close();
    server = await startFileServer({});
    await leavePart(head(100));
    await expect(download({ url: base + NAME, ...pinned })).rejects.toThrow(/cannot be reached \(ECONNREFUSED\)/);
    expect(await readFile(part())).toEqual(head(100));
    expect(existsSync(path())).toBe(false);
  });

  it("stops when told, with the reason, and keeps what has come", async () => {
    const stop = new AbortController();
    server.fail(NAME, { stallAfter: 1000 });
    const reason = new Error("another file failed");
    setTimeout(() => stop.abort(reason), 100);
    await expect(download({ ...pinned, signal: stop.signal })).rejects.toBe(reason);
    expect((await readFile(part())).length).toBe(1000);
  });
});

describe("downloadFile without a pinned checksum", () => {
  const announce = (sha256: string) => ({ redirect: NAME, headers: { "x-linked-etag": `"${sha256}"` } });
  const announced = () => download({ url: `${server.base}/redirected` });

  it("holds to the checksum that the host announces with its redirect", async () => {
    server.fail("/redirected", announce(digest(CONTENT)), announce(digest("x")), announce(digest("x")));
    await announced();
    await expectWhole();
    await rm(path());
    await expect(announced()).rejects.toThrow(/SHA-256/);
    expect(await readdir(join(folder, "new"))).toEqual([]);
  });

  it("continues only where a checksum is announced", async () => {
    await leavePart(head(700));
    server.fail("/redirected", announce(digest(CONTENT)));
    await announced();
    await expectWhole();
    expect(ranges()).toEqual(["bytes=700-", "bytes=700-"]);
    await rm(path());
    await writeFile(part(), "z".repeat(700));
    await download();
    await expectWhole();
    expect(ranges().slice(2)).toEqual(["bytes=700-", undefined]);
  });

  it("gives up on redirects without end", async () => {
    const loop = { redirect: "/redirected" };
    server.fail("/redirected", ...Array.from({ length: 30 }, () => loop));
    await expect(announced()).rejects.toThrow(/redirects more than 5 times/);
  });
});

const hasFullDevice = existsSync("/dev/full");
describe.skipIf(!hasFullDevice)(`a full disk${hasFullDevice ? "" : " (left out: needs /dev/full)"}`, () => {
  it("is named, and nothing takes the file's name", async () => {
    await mkdir(join(folder, "new"));
    await symlink("/dev/full", part());
    await expect(download(pinned)).rejects.toThrow(/file\.csv\.part: the disk is full; make room and run this again/);
    expect(existsSync(path())).toBe(false);
  });

  it("says so where a file cannot be made at all", async () => {
    await writeFile(join(folder, "new"), "a file where the folder should be");
    await expect(download(pinned)).rejects.toThrow(
      /it cannot be written or read \(E(NOTDIR|EXIST)\); make the data folder/,
    );
  });
});
