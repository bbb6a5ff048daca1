import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FileServer, startFileServer } from "@/lib/test/file-server";
import { type DownloadProgress, downloadFiles } from "./download-files";

const names = Array.from({ length: 10 }, (_, index) => `file-${index}.csv`);
const contentOf = (name: string) => `${name}\n`.repeat(20);
const files = Object.fromEntries(names.map((name) => [`/${name}`, contentOf(name)]));

let folder = "";
let server: FileServer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "routellm-downloads-"));
  server = await startFileServer(files);
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const fetchAll = (report: (progress: DownloadProgress) => void = () => {}) =>
  downloadFiles({
    downloads: names.map((name) => ({
      url: `${server.base}/${name}`,
      path: join(folder, name),
      sha256: createHash("sha256").update(contentOf(name)).digest("hex"),
    })),
    report,
    retryMilliseconds: [1],
  });

describe("downloadFiles", () => {
  it("fetches all, counts those that are there, and its progress only rises, to 1", async () => {
    const seen: DownloadProgress[] = [];
    expect(await fetchAll((progress) => seen.push(progress))).toEqual({ fetched: 10, present: 0 });
    for (const name of names) expect(await readFile(join(folder, name), "utf8")).toBe(contentOf(name));
    expect(seen.at(-1)).toEqual({ files: 10, bytes: 10 * 220, share: 1 });
    const shares = seen.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));

    await rm(join(folder, "file-3.csv"));
    expect(await fetchAll()).toEqual({ fetched: 1, present: 9 });
    expect(server.requests).toHaveLength(11);
  });

  it("stops all at the first failure, and the next run fetches what is missing", async () => {
    for (const name of names) server.fail(`/${name}`, name === "file-1.csv" ? { status: 404 } : { stallAfter: 50 });
    await expect(fetchAll()).rejects.toThrow(/file-1\.csv: there is no such file/);
    const left = await readdir(folder);
    expect(left.every((name) => name.endsWith(".part"))).toBe(true);
    const before = server.requests.length;
    expect(before).toBeLessThanOrEqual(4);
    await server.close();
    server = await startFileServer(files);
    expect(await fetchAll()).toEqual({ fetched: 10, present: 0 });
    expect((await readdir(folder)).sort()).toEqual(names);
  });

  it("has nothing to do with nothing", async () => {
    expect(await downloadFiles({ downloads: [], report: () => {} })).toEqual({ fetched: 0, present: 0 });
  });
});
