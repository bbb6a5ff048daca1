import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { RoutingError } from "@/lib/domain/routing-error";
import { toWinRate } from "@/lib/domain/win-rate";
import type { ScoringRunRequest } from "@/lib/schemas/files/scoring-run";
import type { ChunkJob, ChunkQueue } from "./chunk-queue";
import { decodeChunkScores, encodeChunkScores } from "./chunk-scores";
import { createRunEngine } from "./run-engine";
import type { RunSettings } from "./run-settings";
import { createRunStore } from "./run-store";
import { scoreChunk } from "./score-chunk";
import type { AssembleTask } from "./thread-task";

const ROWS = 4_500;
const UPLOAD = "the upload";
/** The prompt of row n has n characters, a thousandth of which is its win rate. */
const PROMPTS = Array.from({ length: ROWS }, (_, row) => "x".repeat(1 + (row % 999)));
const ROUTERS = new Map([
  [
    "length",
    {
      id: "length",
      scoreBatch: async (prompts: readonly string[]) => prompts.map(({ length }) => toWinRate(length / 1000)),
    },
  ],
] as const);

const REQUEST: ScoringRunRequest = { upload: UPLOAD, column: null, routers: ["length"], keepPrompts: false };

let folder: string;
let uploaded: string;
const gone: string[] = [];
const scored: ChunkJob[] = [];
const assembled: AssembleTask[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "routellm-runs-"));
  uploaded = join(folder, "upload");
  await mkdir(join(folder, "runs"));
  await writeFile(uploaded, PROMPTS.join("\n"));
  for (const list of [gone, scored, assembled]) list.length = 0;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function* readRows({ path }: { path: string }) {
  const lines = (await readFile(path, "utf8")).split("\n");
  for (const [index, prompt] of lines.entries()) yield { line: index + 1, prompt };
}

/** A queue that scores here; `gate` is asked before each chunk. */
const localQueue = (gate: (job: ChunkJob) => Promise<void> = async () => {}): ChunkQueue => ({
  width: 2,
  async score({ job, signal, keep }) {
    await gate(job);
    signal.throwIfAborted();
    scored.push(job);
    await keep(encodeChunkScores(await scoreChunk(job, ROUTERS)));
  },
  close: async () => {},
});

const store = () => createRunStore(join(folder, "runs"));

function engineWith(changes: Partial<RunSettings> = {}) {
  return createRunEngine({
    store: store(),
    queue: localQueue(),
    uploads: {
      find: async () => ({
        name: "prompts.txt",
        path: uploaded,
        format: "text",
        column: null,
        rows: ROWS,
        problems: 0,
      }),
      forget: async (upload) => {
        gone.push(upload);
      },
    },
    readRows,
    assemble: async (task) => {
      assembled.push(task);
      const result = {
        run: task.run,
        name: task.name,
        rows: ROWS,
        heldOut: 0,
        meanTokens: 1,
        fingerprint: "f",
        routers: {},
      };
      await writeFile(join(folder, "runs", task.run, "result.json"), JSON.stringify(result));
    },
    version: async () => "one",
    now: () => 0,
    today: () => new Date(0),
    ...changes,
  });
}

/** A promise and how to keep it. */
function latch() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe("a scoring run", () => {
  it("scores each row exactly once, in order, and says what it scored", async () => {
    const columns = new Map<number, Float32Array>();
    const engine = engineWith({
      assemble: async (task) => {
        assembled.push(task);
        for (let chunk = 0; chunk < task.chunks; chunk++) {
          const file = join(folder, "runs", task.run, "chunks", `${String(chunk).padStart(6, "0")}.bin`);
          const scores = decodeChunkScores(await readFile(file), ["length"]);
          columns.set(chunk, scores?.winRates.get("length") ?? new Float32Array());
        }
      },
    });
    const { id, state } = await engine.start(REQUEST);
    expect(state).toBe("waiting");
    await engine.settled();
    expect(await engine.find(id)).toMatchObject({ state: "done", rows: ROWS, scored: ROWS, failure: null });
    expect(scored.map(({ chunk }) => chunk)).toEqual([...new Set(scored.map(({ chunk }) => chunk))]);
    const winRates = [...columns.values()].flatMap((column) => [...column]);
    expect(winRates).toHaveLength(ROWS);
    expect(winRates).toEqual(PROMPTS.map(({ length }) => Math.fround(length / 1000)));
    expect(assembled[0]?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  it("deletes the text once it is scored, unless it is to be kept", async () => {
    const engine = engineWith();
    const forgotten = await engine.start(REQUEST);
    await engine.settled();
    expect(await readdir(join(folder, "runs", forgotten.id))).not.toContain("prompts");
    expect(gone).toEqual([UPLOAD]);
    const kept = await engine.start({ ...REQUEST, keepPrompts: true });
    await engine.settled();
    expect(await readdir(join(folder, "runs", kept.id))).toContain("prompts");
    expect(gone).toEqual([UPLOAD]);
    await engine.forget(kept.id);
    expect(await readdir(join(folder, "runs"))).toEqual([forgotten.id]);
    expect(gone).toEqual([UPLOAD, UPLOAD]);
  });

  it("stops within a chunk when it is cancelled, and leaves neither text nor result", async () => {
    const begun = latch();
    const engine = engineWith({
      queue: localQueue(async ({ chunk }) => {
        if (chunk === 0) return;
        begun.open();
        await new Promise((resolve) => setImmediate(resolve));
      }),
    });
    const { id } = await engine.start(REQUEST);
    await begun.opened;
    const cancelled = await engine.cancel(id);
    expect(cancelled).toMatchObject({ state: "cancelled", promptsPerSecond: 0, secondsLeft: null });
    expect(cancelled.scored).toBeLessThan(ROWS);
    await engine.settled();
    const chunks = scored.length;
    await new Promise((resolve) => setImmediate(resolve));
    expect(scored).toHaveLength(chunks);
    expect(gone).toEqual([UPLOAD]);
    await expect(engine.result(id)).rejects.toMatchObject({ code: "conflict" });
  });

  it("goes on after the server was killed, without scoring a stored chunk again", async () => {
    const stuck = latch();
    const killed = engineWith({
      queue: localQueue(async ({ chunk }) => {
        if (chunk < 3) return;
        stuck.open();
        // As a process that is gone: never again.
        await new Promise(() => {});
      }),
    });
    const { id } = await killed.start(REQUEST);
    await stuck.opened;
    await vi.waitFor(async () => expect((await killed.find(id)).scored).toBe(3_000), { timeout: 20_000 });
    await writeFile(join(folder, "runs", id, "chunks", "000002.bin"), "cut off");
    expect(scored.map(({ chunk }) => chunk)).toEqual([0, 1, 2]);

    const restarted = engineWith();
    await restarted.resume();
    await restarted.settled();
    expect(await restarted.find(id)).toMatchObject({ state: "done", scored: ROWS, rows: ROWS });
    expect(scored.slice(3).map(({ chunk }) => chunk)).toEqual([2, 3, 4]);
  });

  it("is done after a restart if it was killed between its result and the record of it", async () => {
    const engine = engineWith();
    const { id } = await engine.start({ ...REQUEST, keepPrompts: true });
    await engine.settled();
    const record = await store().read(id);
    if (record === undefined) throw new Error("There is no record");
    await store().write({ ...record, state: "scoring", keepPrompts: false });
    await rm(join(folder, "runs", id, "prompts"));
    const [restarted, chunks] = [engineWith(), scored.length];
    await restarted.resume();
    await restarted.settled();
    expect(await restarted.find(id)).toMatchObject({ state: "done", scored: ROWS, rows: ROWS });
    expect(scored).toHaveLength(chunks);
  });

  it("scores all anew if the routers have changed since", async () => {
    const stuck = latch();
    const killed = engineWith({
      queue: localQueue(async ({ chunk }) => {
        if (chunk < 2) return;
        stuck.open();
        await new Promise(() => {});
      }),
    });
    await killed.start(REQUEST);
    await stuck.opened;
    scored.length = 0;
    const restarted = engineWith({ version: async () => "two" });
    await restarted.resume();
    await restarted.settled();
    expect(scored.map(({ chunk }) => chunk)).toEqual([0, 1, 2, 3, 4]);
  });

  it("scores all anew if other routers are put to use meanwhile", async () => {
    let version = "one";
    const engine = engineWith({
      version: async () => version,
      queue: localQueue(async ({ chunk }) => {
        if (chunk === 3) version = "two";
      }),
    });
    const { id } = await engine.start(REQUEST);
    await engine.settled();
    expect(scored.map(({ chunk }) => chunk)).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3, 4]);
    expect(await engine.find(id)).toMatchObject({ state: "done", scored: ROWS, rows: ROWS });
  });

  it("fails with a sentence if its prompts are gone after a restart", async () => {
    const stuck = latch();
    const killed = engineWith({
      queue: localQueue(async () => {
        stuck.open();
        await new Promise(() => {});
      }),
    });
    const { id } = await killed.start(REQUEST);
    await stuck.opened;
    await rm(join(folder, "runs", id, "prompts"));
    const restarted = engineWith();
    await restarted.resume();
    await restarted.settled();
    expect(await restarted.find(id)).toMatchObject({
      state: "failed",
      failure: "The prompts of this run are gone, so it cannot go on; bring them again.",
    });
  });

  it.each([
    ["a full disk", Object.assign(new Error("write"), { code: "ENOSPC" }), /disk of the server is full/],
    [
      "a router that is out of reach",
      new RoutingError({ code: "incomplete", parameter: "run", message: "Out." }),
      /^Out\.$/,
    ],
  ])("ends failed with the reason: %s", async (_, error, sentence) => {
    const engine = engineWith({
      queue: localQueue(async ({ chunk }) => {
        if (chunk === 1) throw error;
      }),
    });
    const { id } = await engine.start(REQUEST);
    await engine.settled();
    const run = await engine.find(id);
    expect(run.state).toBe("failed");
    expect(run.failure).toMatch(sentence);
    const other = await engine.start(REQUEST);
    expect(other.state).toBe("waiting");
    await engine.settled();
  });

  it("lets a third run wait for its turn, and a waiting run be cancelled at once", async () => {
    const [begun, going] = [latch(), latch()];
    const engine = engineWith({
      queue: localQueue(async () => {
        begun.open();
        await going.opened;
      }),
    });
    const runs = [await engine.start(REQUEST), await engine.start(REQUEST), await engine.start(REQUEST)];
    await begun.opened;
    expect(await engine.cancel(runs[2]?.id ?? "")).toMatchObject({ state: "cancelled" });
    going.open();
    await engine.settled();
    expect((await engine.list()).map(({ state }) => state).toSorted()).toEqual(["cancelled", "done", "done"]);
  });

  it.each(["../upload", "nonsense", "00000000-0000-4000-8000-000000000000"])("knows no run %s", async (id) => {
    const engine = engineWith();
    for (const ask of [engine.find, engine.cancel, engine.forget, engine.result]) {
      await expect(ask(id)).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("refuses a file without a usable prompt and keeps nothing of it", async () => {
    const engine = engineWith({
      uploads: {
        find: async () => ({ name: "empty.txt", path: uploaded, format: "text", column: null, rows: 0, problems: 3 }),
        forget: async () => {},
      },
    });
    await expect(engine.start(REQUEST)).rejects.toMatchObject({ code: "invalid_data" });
    expect(await readdir(join(folder, "runs"))).toEqual([]);
  });
});
