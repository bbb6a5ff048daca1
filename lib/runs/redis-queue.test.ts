import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Queue } from "bullmq";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createLengthRouter } from "@/lib/routers/length-router";
import { lengthArtifactSchema } from "@/lib/schemas/artifacts/length-artifact";
import { ensureRedisServer, startRedis, type TestRedis } from "@/lib/test/redis-server";
import type { ChunkQueue } from "./chunk-queue";
import { type ChunkScores, decodeChunkScores } from "./chunk-scores";
import { chunkQueueName, openRedis } from "./redis-connection";
import { createRedisQueue } from "./redis-queue";
import { createRunEngine, type RunEngine } from "./run-engine";
import { runPaths } from "./run-paths";
import { createRunStore } from "./run-store";

const root = fileURLToPath(new URL("../..", import.meta.url));
const ROWS = 12_000;
const PROMPTS = Array.from({ length: ROWS }, (_, row) => `Prompt ${row}: ${"why ".repeat(1 + (row % 40))}?`);
const ROUTERS = ["mf", "length"] as const;

const hasRedis = ensureRedisServer();
if (!hasRedis) process.stdout.write("The tests with a real Redis are left out: there is no redis-server here.\n");

describe.skipIf(!hasRedis)("chunks over a real Redis", { timeout: 180_000 }, () => {
  let redis: TestRedis;
  let folder: string;
  let queue: ChunkQueue | undefined;
  let version: string;
  let found: ChunkScores[];
  let stored: number[];
  const workers = new Set<ChildProcess>();

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "routellm-redis-runs-"));
    await mkdir(join(folder, "runs"));
    await writeFile(join(folder, "prompts"), PROMPTS.join("\n"));
    [found, stored] = [[], []];
  });
  afterEach(async () => {
    for (const worker of workers) worker.kill("SIGKILL");
    workers.clear();
    await queue?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** `npm run worker`; resolves with it and its version once it takes chunks. */
  async function startWorker(environment: Readonly<Record<string, string>> = {}) {
    const worker = spawn(process.execPath, ["--import", "tsx", "lib/cli/main.ts", "worker", "--threads", "1"], {
      cwd: root,
      env: { ...process.env, REDIS_URL: redis.url, ...environment },
      stdio: ["ignore", "pipe", "inherit"],
    });
    workers.add(worker);
    for await (const line of worker.stdout) {
      const named = /version ([0-9a-f]+)/.exec(String(line))?.[1];
      if (named !== undefined) return { worker, version: named };
    }
    throw new Error("The worker ended before it took a chunk");
  }

  async function* readRows({ path }: { path: string }) {
    const lines = (await readFile(path, "utf8")).split("\n");
    for (const [index, prompt] of lines.entries()) yield { line: index + 1, prompt };
  }

  function engineOver(chunks: ChunkQueue): RunEngine {
    const store = createRunStore(join(folder, "runs"));
    return createRunEngine({
      store: {
        ...store,
        writeChunk: async (id, chunk, bytes) => {
          stored.push(chunk);
          await store.writeChunk(id, chunk, bytes);
        },
      },
      queue: chunks,
      uploads: {
        find: async () => ({
          name: "prompts.txt",
          path: join(folder, "prompts"),
          format: "text",
          column: null,
          rows: ROWS,
          problems: 0,
        }),
        forget: async () => {},
      },
      readRows,
      assemble: async ({ run, chunks: count }) => {
        for (let chunk = 0; chunk < count; chunk++) {
          const bytes = await readFile(runPaths(join(folder, "runs"), run).chunk(chunk));
          const scores = decodeChunkScores(bytes, ROUTERS);
          if (scores !== undefined) found.push(scores);
        }
      },
      version: async () => version,
      now: () => performance.now(),
      today: () => new Date(),
    });
  }

  const start = (engine: RunEngine) =>
    engine.start({ upload: "upload", column: null, routers: [...ROUTERS], keepPrompts: false });

  const untilTrue = async (ask: () => Promise<boolean>): Promise<void> => {
    while (!(await ask())) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  it("completes a run exactly once per row although a worker is killed with a chunk in its hands", async () => {
    const first = await startWorker();
    version = first.version;
    queue = createRedisQueue({ url: redis.url, version });
    const engine = engineOver(queue);
    const { id } = await start(engine);

    const connection = openRedis(redis.url);
    const watched = new Queue(chunkQueueName(version), { connection });
    await untilTrue(async () => (await engine.find(id)).scored > 0);
    // Frozen with a chunk in its hands, then killed: it can neither finish nor hand it back.
    await untilTrue(async () => {
      first.worker.kill("SIGSTOP");
      if ((await watched.getActiveCount()) > 0) return true;
      first.worker.kill("SIGCONT");
      return false;
    });
    first.worker.kill("SIGKILL");
    await once(first.worker, "exit");
    expect((await engine.find(id)).scored).toBeLessThan(ROWS);

    await Promise.all([startWorker(), startWorker()]);
    await engine.settled();
    expect(await engine.find(id)).toMatchObject({ state: "done", rows: ROWS, scored: ROWS });
    expect(stored.toSorted((a, b) => a - b)).toEqual(Array.from({ length: ROWS / 1000 }, (_, chunk) => chunk));

    const artifact = lengthArtifactSchema.parse(
      JSON.parse(await readFile(`${root}public/artifacts/length.json`, "utf8")),
    );
    expect(found.flatMap(({ tokens }) => [...tokens])).toEqual(PROMPTS.map(({ length }) => Math.ceil(length / 4)));
    // Each prompt's place in the order of lengths is its place in the order of win rates: no row is another's.
    const expected = await createLengthRouter({ weights: artifact }).scoreBatch(PROMPTS);
    const winRates = found.flatMap(({ winRates }) => [...(winRates.get("length") ?? [])]);
    const order = (values: readonly number[]) => {
      const distinct = [...new Set(values)].toSorted((a, b) => a - b);
      const places = new Map(distinct.map((value, place) => [value, place]));
      return values.map((value) => places.get(value));
    };
    expect(order(winRates)).toEqual(order(expected.map(Math.fround)));
    expect(await watched.getJobCountByTypes("waiting", "active", "completed", "failed", "delayed")).toBe(0);
    await watched.close();
    connection.disconnect();
  });

  it("leaves chunks of other routers alone, and no prompt in Redis once a run is cancelled", async () => {
    version = "0000000000000000";
    queue = createRedisQueue({ url: redis.url, version });
    const engine = engineOver(queue);
    const { id } = await start(engine);
    const connection = openRedis(redis.url);
    const watched = new Queue(chunkQueueName(version), { connection });
    await untilTrue(async () => (await watched.getWaitingCount()) === ROWS / 1000);
    const other = await startWorker();
    expect(other.version).not.toBe(version);
    expect(await watched.getWaitingCount()).toBe(ROWS / 1000);
    expect(await engine.find(id)).toMatchObject({ state: "waiting", scored: 0 });

    expect(await engine.cancel(id)).toMatchObject({ state: "cancelled", scored: 0 });
    await untilTrue(async () => (await watched.getJobCountByTypes("waiting", "active", "completed")) === 0);
    expect(await connection.keys("*Prompt*")).toEqual([]);
    await watched.close();
    connection.disconnect();
  });
});
