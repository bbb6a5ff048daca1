import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { typeScriptProgram } from "./program";
import { createThreadPool, type ThreadPool } from "./thread-pool";

const program = typeScriptProgram(fileURLToPath(new URL("../test/failing-thread.ts", import.meta.url)));
const signal = new AbortController().signal;
const job = (run: string) => ({ run, chunk: 0, routers: ["mf" as const], prompts: ["a", "b", "c"] });

describe("a pool of threads", { timeout: 120_000 }, () => {
  let pool: ThreadPool;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "routellm-threads-"));
    pool = createThreadPool({ program, threads: 1 });
  });
  afterAll(async () => {
    await pool.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("runs TypeScript of this repository as it is", async () => {
    expect(await pool.score(job("any"), signal)).toEqual(Uint8Array.of(3));
  });

  it("tries a chunk anew when its thread died, and goes on", async () => {
    expect(await pool.score(job(join(folder, "died-once")), signal)).toEqual(Uint8Array.of(3));
  });

  it("gives a chunk up that kills every thread, and scores the next", async () => {
    await expect(pool.score(job("die"), signal)).rejects.toMatchObject({ code: "incomplete" });
    expect(await pool.score(job("any"), signal)).toEqual(Uint8Array.of(3));
  });

  it("hands over what people are meant to read", async () => {
    await expect(pool.score(job("refuse"), signal)).rejects.toMatchObject({
      name: "RoutingError",
      code: "incomplete",
      message: "Out of reach.",
    });
  });

  it("starts nothing that is cancelled already", async () => {
    await expect(pool.score(job("die"), AbortSignal.abort(new Error("Not any more")))).rejects.toThrow("Not any more");
  });
});
