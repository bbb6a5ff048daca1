import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { digest } from "@/lib/storage/check-artifacts";
import { writeArtifacts } from "@/lib/storage/write-artifacts";
import { resetProcess } from "@/lib/test/start-anew";

const OTHER = `{"training":"another"}`;

describe("benchmarkResponse", () => {
  let directory = "";
  let benchmarkResponse: (name: string, ifNoneMatch: string | null) => Promise<Response>;
  beforeEach(async () => {
    resetProcess();
    ({ benchmarkResponse } = await import("./benchmark-response"));
    directory = await mkdtemp(join(tmpdir(), "benchmark-response-"));
    vi.stubEnv("ROUTELLM_ARTIFACTS", directory);
    await writeArtifacts({
      directory,
      files: { "benchmarks/gsm8k.json": { training: "this one" } },
      manifest: {
        date: "2026-01-02",
        seed: 7,
        pair: { strong: "a", weak: "b" },
        datasets: [],
        contamination: { flagged: 0, textMatches: 0, nearDuplicates: 0, copies: [] },
      },
    });
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    await rm(directory, { recursive: true, force: true });
  });

  it("sends the file of ROUTELLM_ARTIFACTS under its checksum, to be asked for again each time", async () => {
    const response = await benchmarkResponse("gsm8k", null);
    expect(response.status).toBe(200);
    const content = await response.text();
    expect(JSON.parse(content)).toEqual({ training: "this one" });
    expect(response.headers.get("etag")).toBe(`"${digest(Buffer.from(content))}"`);
    expect(response.headers.get("cache-control")).toBe("no-cache");
    expect(response.headers.get("content-type")).toBe("application/json");
  });

  it("sends nothing to a browser that has the file, and the file to one that has another", async () => {
    const etag = (await benchmarkResponse("gsm8k", null)).headers.get("etag");
    for (const header of [`${etag}`, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const response = await benchmarkResponse("gsm8k", header);
      expect([header, response.status, await response.text()]).toEqual([header, 304, ""]);
      expect(response.headers.get("etag")).toBe(etag);
    }
    expect((await benchmarkResponse("gsm8k", '"other"')).status).toBe(200);
  });

  it.each(["mmlu-audited", "../manifest", "toString", ""])("answers %j with 404 and what there is", async (name) => {
    const response = await benchmarkResponse(name, "*");
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ message: expect.stringContaining("mmlu, gsm8k, mt-bench") });
  });

  it.each([
    ["a file that the manifest does not list", "mmlu", "benchmarks/mmlu.json is not listed"],
    ["a file of another training", "gsm8k", "benchmarks/gsm8k.json is not the file"],
  ])("refuses %s: the log learns which, the visitor no folder", async (_, name, logged) => {
    const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    await writeFile(join(directory, "benchmarks/gsm8k.json"), OTHER);
    const response = await benchmarkResponse(name, null);
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain(directory);
    expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(logged));
  });

  it("reads and checks a file once for a set of artifacts, however often it is asked for", async () => {
    const first = await (await benchmarkResponse("gsm8k", null)).text();
    await writeFile(join(directory, "benchmarks/gsm8k.json"), OTHER);
    for (let index = 0; index < 3; index++) {
      expect(await (await benchmarkResponse("gsm8k", null)).text()).toBe(first);
    }
  });

  it("does not keep what failed: a file that has come back is served", async () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const path = join(directory, "benchmarks/gsm8k.json");
    const content = await readFile(path);
    await writeFile(path, OTHER);
    expect((await benchmarkResponse("gsm8k", null)).status).toBe(503);
    await writeFile(path, content);
    expect((await benchmarkResponse("gsm8k", null)).status).toBe(200);
  });

  it("refuses a file that is missing", async () => {
    const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    await rm(join(directory, "benchmarks/gsm8k.json"));
    expect((await benchmarkResponse("gsm8k", null)).status).toBe(503);
    expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("cannot be read (ENOENT)"));
  });
});
