import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { withVisitor } from "@/lib/access/visitor";
import { promptUploadSchema } from "@/lib/schemas/files/prompt-upload";
import { findBroughtFile, forgetBroughtFile, uploadStore } from "@/lib/scoring/uploaded-files";
import { deleteUploadResponse, receiveUploadResponse, uploadResponse } from "./uploads-response";

const root = mkdtempSync(join(tmpdir(), "uploads-"));
afterAll(() => rmSync(root, { recursive: true }));

let uploads = "";
beforeEach(() => {
  const state = mkdtempSync(join(root, "state-"));
  uploads = join(state, "uploads");
  vi.stubEnv("ROUTELLM_STATE", state);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

type Body = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>;

const post = (query: string, body: Body, rest: { headers?: Record<string, string>; signal?: AbortSignal } = {}) => {
  const streamed = body instanceof ReadableStream ? { duplex: "half" } : {};
  const options = { method: "POST", body, ...streamed, ...rest };
  return receiveUploadResponse(new Request(`http://localhost/calibrate/uploads${query}`, options));
};
const bring = async (name: string, content: Body) => {
  const response = await post(`?name=${encodeURIComponent(name)}`, content);
  expect(response.status).toBe(201);
  return promptUploadSchema.parse(await response.json());
};
const get = (id: string, query = "") =>
  uploadResponse(id, new Request(`http://localhost/calibrate/uploads/${id}${query}`));
const kept = () => readdir(uploads).catch(() => []);
const bytes = (text: string) => new TextEncoder().encode(text);

describe("uploads over HTTP", () => {
  it("are kept as they came, inspected, read with another column, handed to a run, and deleted", async () => {
    const content = "id,prompt,text\n1,How?,Wie?\n2,,Warum?\n";
    const { id, ...upload } = await bring("C:\\logs\\März.csv", content);
    expect(upload).toMatchObject({
      name: "März.csv",
      bytes: content.length,
      inspection: { column: "prompt", rows: 1 },
    });
    expect(await readFile(join(uploads, id, "prompts"), "utf8")).toBe(content);

    expect(await (await get(id, "?column=text")).json()).toMatchObject({ inspection: { column: "text", rows: 2 } });
    expect(await (await get(id)).json()).toMatchObject({ id, inspection: { column: "text", problems: 0 } });
    const refused = await get(id, "?column=other");
    expect([refused.status, await refused.json()]).toEqual([
      422,
      { message: 'März.csv has no column "other" but "id", "prompt", "text"; the first line must name the columns.' },
    ]);
    expect(await findBroughtFile({ upload: id, column: "prompt" })).toEqual({
      ...{ name: "März.csv", format: "csv", column: "prompt", rows: 1, problems: 1 },
      path: join(uploads, id, "prompts"),
    });

    expect((await deleteUploadResponse(id)).status).toBe(204);
    expect((await deleteUploadResponse(id)).status).toBe(204);
    expect((await get(id)).status).toBe(404);
    expect(await kept()).toEqual([]);
  });

  it.each([
    ["?name=a.txt", "", 422, /a\.txt holds no/],
    ["?name=a.csv", "PK\x03\x04", 422, /a\.csv is a zip archive/],
    ["?name=a.csv&column=b", "prompt\nhi\n", 422, /a\.csv has no column "b"/],
    ["", "hi", 400, /name the file/],
    ["?name=%0A..%2F", "hi", 400, /name the file/],
  ])("refuse %s with %j and keep nothing", async (query, body, status, message) => {
    const response = await post(query, body);
    expect([response.status, await response.json()]).toEqual([status, { message: expect.stringMatching(message) }]);
    expect(await kept()).toEqual([]);
  });

  it("refuse what another site has a visitor's browser send", async () => {
    expect((await post("?name=a.txt", "hi", { headers: { "sec-fetch-site": "cross-site" } })).status).toBe(400);
    expect((await post("?name=a.txt", "hi", { headers: { "sec-fetch-site": "same-origin" } })).status).toBe(201);
  });

  it("refuse more than 200 MB, announced or not, and keep nothing", async () => {
    const announced = await post("?name=a.txt", "hi", { headers: { "content-length": String(201 * 1024 * 1024) } });
    expect([announced.status, await announced.json()]).toEqual([
      413,
      { message: "a.txt has more than 200 MB, which is the most that is read; bring a part of it." },
    ]);
    const megabytes = new Uint8Array(4 * 1024 * 1024).fill(97);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => {
        sent++;
        controller.enqueue(megabytes);
      },
    });
    expect((await post("?name=a.txt", endless)).status).toBe(413);
    expect(sent).toBeLessThan(60);
    expect(await kept()).toEqual([]);
  });

  it.each(["the connection fails", "the client goes", "fewer bytes come than announced"])(
    "keep nothing when %s",
    async (how) => {
      const gone = new AbortController();
      const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
        start: (controller) => controller.enqueue(bytes("half of")),
        pull: async (controller) => {
          if (how === "the connection fails") controller.error(new Error("aborted"));
          else if (how === "the client goes") gone.abort();
          else controller.close();
        },
      });
      const headers = how.startsWith("fewer") ? { "content-length": "100" } : undefined;
      const response = await post("?name=a.txt", body, { signal: gone.signal, ...(headers && { headers }) });
      expect([response.status, await response.json()]).toEqual([
        502,
        { message: "The upload of a.txt was cut off, and nothing of it was kept; bring the file again." },
      ]);
      expect(await kept()).toEqual([]);
    },
  );

  it("keep nothing of a client that stopped to send", async () => {
    const silent = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(bytes("half of")) });
    const receive = uploadStore().receive({
      ...{ name: "a.txt", owner: "somebody", content: silent, announcedBytes: undefined, stallMs: 20 },
      signal: new AbortController().signal,
      inspect: async () => expect.fail("there is nothing to inspect"),
    });
    await expect(receive).rejects.toThrow("The upload of a.txt was cut off");
    expect(await kept()).toEqual([]);
  });

  it.each(["..", "../saved", "x", "00000000-0000-4000-8000-000000000000"])("know no upload %j", async (id) => {
    for (const answer of [
      await get(encodeURIComponent(id)),
      await uploadResponse(id, new Request("http://localhost")),
    ]) {
      expect(answer.status).toBe(404);
    }
  });

  it("say that the folder cannot be written, to the log and not to the visitor", async () => {
    await writeFile(uploads, "in the way");
    const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const response = await post("?name=a.txt", "hi");
    expect(response.status).toBe(503);
    expect((await response.json()).message).not.toContain(uploads);
    expect(log).toHaveBeenCalledWith(expect.stringContaining(uploads));
  });

  it("count per person: what is full is said, and the room comes back with what is discarded", async () => {
    vi.stubEnv("ROUTELLM_UPLOAD_QUOTA_MB", "1");
    const half = "a".repeat(30_000).concat("\n").repeat(20);
    const first = await bring("a.txt", half);
    const refused = await post("?name=b.txt", half);
    expect([refused.status, await refused.json()]).toEqual([
      413,
      { message: expect.stringMatching(/^Your uploads are full \(at most 1 MB in 100 files\): score or discard/) },
    ]);
    expect(await kept()).toEqual([first.id]);
    const other = withVisitor(
      async () => ({ role: "member", id: "another", name: "Another" }),
      () => post("?name=b.txt", half),
    );
    expect((await other).status).toBe(201);
    expect((await deleteUploadResponse(first.id)).status).toBe(204);
    await bring("b.txt", half);
  });

  it("count in all: nobody's file is taken where no more may lie there", async () => {
    vi.stubEnv("ROUTELLM_UPLOADS_TOTAL_MB", "1");
    const half = "a".repeat(30_000).concat("\n").repeat(20);
    await bring("a.txt", half);
    const other = await withVisitor(
      async () => ({ role: "member", id: "another", name: "Another" }),
      () => post("?name=b.txt", half),
    );
    expect([other.status, (await other.json()).message]).toEqual([507, expect.stringContaining("of all people here")]);
    expect(await kept()).toHaveLength(1);
  });

  it("are counted while they come: many at once without a length do not pass the quota together", async () => {
    vi.stubEnv("ROUTELLM_UPLOAD_QUOTA_MB", "40");
    const megabytes = bytes("a".repeat(30_000).concat("\n").repeat(600));
    const endless = () =>
      new ReadableStream<Uint8Array<ArrayBuffer>>({ pull: (controller) => controller.enqueue(megabytes) });
    const answers = await Promise.all([1, 2, 3].map(() => post("?name=a.txt", endless())));
    expect(answers.map(({ status }) => status)).toEqual([413, 413, 413]);
    expect(await kept()).toEqual([]);
  });

  it("are deleted a day later, and the rest of one whose server was killed after ten minutes", async () => {
    const now = Date.UTC(2026, 0, 2);
    const [old, fresh] = [await bring("a.txt", "a"), await bring("b.txt", "b")];
    const part = async (id: string, minutes: number) => {
      await mkdir(join(uploads, `${id}.part`));
      await age(`${id}.part`, minutes);
    };
    const age = async (folder: string, minutes: number) => {
      const path = join(uploads, folder, "prompts");
      await writeFile(path, "half", { flag: "a" });
      await utimes(path, now / 1000 - minutes * 60, now / 1000 - minutes * 60);
    };
    await age(old.id, 24 * 60);
    await age(fresh.id, 23 * 60);
    await part("00000000-0000-4000-8000-000000000001", 10);
    await part("00000000-0000-4000-8000-000000000002", 9);
    await mkdir(join(uploads, "somebody else's"));
    await uploadStore().sweep(now);
    expect((await kept()).toSorted()).toEqual(
      [fresh.id, "00000000-0000-4000-8000-000000000002.part", "somebody else's"].toSorted(),
    );
    await forgetBroughtFile(fresh.id);
    expect(await kept()).not.toContain(fresh.id);
  });
});
