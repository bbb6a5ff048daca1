import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { LanguageModelV3, LanguageModelV3Usage } from "@ai-sdk/provider";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { completeChat } from "@/lib/endpoint/complete-chat";
import { toReadableStream } from "@/lib/gateway/answers/readable-stream";
import { createSpendingLedger, monthOf, type SpendingStore } from "@/lib/gateway/spending-ledger";
import { type Database, openDatabase } from "@/lib/storage/database/open-database";
import { readSpending, recordSpending, setAsideSpending } from "@/lib/storage/key-spending";
import { createTestEndpoint } from "@/lib/test/endpoint-server";

const folder = mkdtempSync(join(tmpdir(), "budgets-"));
const opened: Database[] = [];
const children: ChildProcess[] = [];
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  for (const database of opened.splice(0)) database.close();
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(folder, "case-")), "routellm.db");
});

async function open(): Promise<Database> {
  const database = await openDatabase({ kind: "file", path }, "drizzle");
  opened.push(database);
  return database;
}
const bookIn = (database: Database): SpendingStore => ({
  setAside: (key, month, amounts) => setAsideSpending(database, { key, month, ...amounts }),
  book: (key, month, amounts) => recordSpending(database, { key, month, ...amounts }),
});

/** Its answers cost six tenths of a cent at the fixture's prices of the strong model, $10 and $30 a million tokens. */
const USAGE: LanguageModelV3Usage = {
  inputTokens: { total: 300, noCache: 300, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: 100, text: 100, reasoning: undefined },
};
const COST = 0.006;

/** A provider that counts what it is paid, answer by answer. */
function paidModel() {
  const paid = { dollars: 0, calls: 0 };
  const pay = async () => {
    paid.calls += 1;
    paid.dollars += COST;
    await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const finishReason = { unified: "stop", raw: undefined } as const;
  const model: LanguageModelV3 = {
    ...{ specificationVersion: "v3", provider: "test", modelId: "test", supportedUrls: {} },
    async doGenerate() {
      await pay();
      return { content: [{ type: "text", text: "x" }], finishReason, usage: USAGE, warnings: [] };
    },
    async doStream() {
      await pay();
      return {
        stream: toReadableStream(
          (async function* () {
            yield { type: "text-delta" as const, id: "0", delta: "x" };
            yield { type: "finish" as const, finishReason, usage: USAGE };
          })(),
        ),
      };
    },
  };
  return { model, paid };
}

const KEY = "sk-team";
const keys = [
  {
    ...{ name: "team", hash: createHash("sha256").update(KEY).digest("hex") },
    ...{ requestsPerMinute: undefined, dollarsPerMonth: 1 },
  },
];

const ROOM = { keys, maximumConcurrent: 1000, maximumWaiting: 1000 };

/** @returns the status, once the answer is read to its end. */
async function ask(endpoint: ReturnType<typeof createTestEndpoint>, stream: boolean): Promise<number> {
  const request = new Request("http://localhost/v1/chat/completions", {
    ...{ method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${KEY}` } },
    body: JSON.stringify({ model: "router-mf-0.5", stream, messages: [{ role: "user", content: "hard" }] }),
  });
  const { status, body } = await completeChat(request, endpoint);
  if (typeof body === "object" && body !== null) for await (const _ of body);
  return status;
}

const TEAM = { key: "team", month: monthOf(Date.now()) };

describe("900 requests at once on a key of $1", () => {
  it.each([1, 2])("spend no more than that over %i instances, and most of it", async (instances) => {
    const { model, paid } = paidModel();
    const endpoints = await Promise.all(
      Array.from({ length: instances }, async () =>
        createTestEndpoint({ ...ROOM, models: { strong: model }, book: bookIn(await open()) }),
      ),
    );
    const asking = Array.from({ length: 900 }, async (_, number) => {
      const endpoint = endpoints[number % instances];
      return endpoint === undefined ? 0 : ask(endpoint, number % 3 === 0);
    });
    const statuses = await Promise.all(asking);
    expect(paid.dollars).toBeLessThanOrEqual(1);
    // A call may cost 2.4 cents: so much may be left over in each instance.
    expect(paid.dollars).toBeGreaterThan(1 - instances * 0.03);
    expect(statuses.filter((status) => status === 200)).toHaveLength(paid.calls);
    expect(statuses.filter((status) => status === 429)).toHaveLength(900 - paid.calls);
    const [database] = opened;
    if (database === undefined) throw new Error("no database");
    await vi.waitFor(async () => expect((await readSpending(database, TEAM)).setAside).toBeCloseTo(0, 9), 10_000);
    expect((await readSpending(database, TEAM)).dollars).toBeCloseTo(paid.dollars, 9);
  });
});

describe("where it cannot be booked", () => {
  it("nothing is spent: on a full disk, and where the database is gone", async () => {
    const database = await open();
    const [size] = await database.query((tables) => tables.values<[number]>(sql`PRAGMA page_count`));
    await database.query((tables) => tables.run(sql.raw(`PRAGMA max_page_count = ${Number(size?.[0])}`)));
    const { model, paid } = paidModel();
    const endpoint = createTestEndpoint({ ...ROOM, models: { strong: model }, book: bookIn(database) });
    // Right behind the key's own row, at last by rows that are as short.
    const fill = async (length: number) => {
      for (let row = 0; ; row++) {
        const key = `team${String(row).padStart(length, "0")}`;
        await setAsideSpending(database, { key, month: TEAM.month, dollars: 1, limit: 1 });
      }
    };
    for (const length of [40, 4]) await expect(fill(length)).rejects.toThrow("SQLITE_FULL");
    expect(await Promise.all([ask(endpoint, false), ask(endpoint, true)])).toEqual([503, 503]);
    database.close();
    opened.splice(0);
    expect(await ask(endpoint, false)).toBeGreaterThanOrEqual(500);
    expect(paid.calls).toBe(0);
  });

  it("what was set aside stays so until what was spent is booked", async () => {
    const database = await open();
    const troubles: unknown[] = [];
    const ledger = createSpendingLedger({ book: bookIn(database), onTrouble: (error) => void troubles.push(error) });
    const { settle } = await ledger.setAside("team", { most: 0.75, limit: 1, signal: undefined });
    await database.query((tables) => tables.run(sql.raw("PRAGMA query_only = ON")));
    settle(0.5);
    await vi.waitFor(() => expect(troubles.length).toBeGreaterThan(0), 10_000);
    expect(await readSpending(database, TEAM)).toEqual({ dollars: 0, setAside: 0.75 });
    await database.query((tables) => tables.run(sql.raw("PRAGMA query_only = OFF")));
    await ledger.close();
    expect(await readSpending(database, TEAM)).toEqual({ dollars: 0.5, setAside: 0 });
  });
});

const PROGRAM = `
import { createSpendingLedger } from "./lib/gateway/spending-ledger.ts";
import { openDatabase } from "./lib/storage/database/open-database.ts";
import { recordSpending, setAsideSpending } from "./lib/storage/key-spending.ts";
const database = await openDatabase({ kind: "file", path: process.argv[1] }, "drizzle");
const ledger = createSpendingLedger({
  onTrouble: console.error,
  book: {
    setAside: (key, month, amounts) => setAsideSpending(database, { key, month, ...amounts }),
    book: (key, month, amounts) => recordSpending(database, { key, month, ...amounts }),
  },
});
await ledger.setAside("team", { most: 0.5, limit: 1, signal: undefined });
console.log("set aside");
setInterval(() => undefined, 1000);
`;

it("what calls of a killed instance held counts as spent", async () => {
  const flags = ["--import", "tsx", "--input-type=module", "-e", PROGRAM, path];
  const child = spawn(process.execPath, flags, { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  await once(createInterface(child.stdout), "line");
  child.kill("SIGKILL");
  await once(child, "close");
  const database = await open();
  const ledger = createSpendingLedger({ book: bookIn(database), onTrouble: () => undefined });
  const ask = (most: number) => ledger.setAside("team", { most, limit: 1, signal: undefined });
  await expect(ask(0.51)).rejects.toMatchObject({ code: "rate_limited", parameter: "budget" });
  (await ask(0.5)).settle(0.5);
  await ledger.close();
  expect(await readSpending(database, TEAM)).toEqual({ dollars: 0.5, setAside: 0.5 });
});
