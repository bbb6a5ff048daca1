import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { RoutingError } from "@/lib/domain/routing-error";
import { sampleDecision } from "@/lib/test/decision-fixture";
import { type Database, openDatabase } from "./database/open-database";
import { createDecisionWriter } from "./decision-writer";
import { summarizeDecisions } from "./decisions";

const folder = mkdtempSync(join(tmpdir(), "decision-writer-"));
afterAll(() => rmSync(folder, { recursive: true }));

let database: Database;
beforeEach(async () => {
  database = await openDatabase({ kind: "file", path: join(mkdtempSync(join(folder, "case-")), "a.db") }, "drizzle");
});
afterEach(() => {
  vi.useRealTimers();
  database.close();
});

const stored = async () => (await summarizeDecisions(database)).all;
const outOfOrder = new RoutingError({ code: "storage_unusable", parameter: "DATABASE_URL", message: "It is full." });

it("commits what comes together, together, and says so once it is there", async () => {
  let statements = 0;
  const counted: Database = {
    ...database,
    query: (run) => {
      statements++;
      return database.query(run);
    },
  };
  const writer = createDecisionWriter({ database: async () => counted, kept: 1e6, onTrouble: () => undefined });
  await Promise.all(Array.from({ length: 1200 }, (_, index) => writer.keep(sampleDecision(`${index}`))));
  expect(await stored()).toBe(1200);
  // Three batches of at most 500, and a look at what is too old after each thousand.
  expect(statements).toBeLessThanOrEqual(5);
  expect([writer.stored, writer.lost]).toEqual([1200, 0]);
  await writer.keep(sampleDecision("alone"));
  expect(await stored()).toBe(1201);
});

it("keeps no more than it is told, and nothing at all where that is none", async () => {
  const few = createDecisionWriter({ database: async () => database, kept: 10, onTrouble: () => undefined });
  await Promise.all(Array.from({ length: 1500 }, (_, index) => few.keep(sampleDecision(`${index}`))));
  await vi.waitFor(async () => expect(await stored()).toBe(10), { timeout: 20_000 });
  const none = createDecisionWriter({
    database: () => Promise.reject(new Error("not to be asked")),
    kept: 0,
    onTrouble: () => expect.unreachable(),
  });
  await none.keep(sampleDecision("none"));
});

it("keeps nobody waiting for a database that is out of order, and writes once it is back", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setImmediate"] });
  let works = false;
  const onTrouble = vi.fn();
  const writer = createDecisionWriter({
    database: () => (works ? Promise.resolve(database) : Promise.reject(outOfOrder)),
    ...{ kept: 1e6, onTrouble },
  });
  const first = writer.keep(sampleDecision("first"));
  await vi.advanceTimersByTimeAsync(1);
  await first;
  await writer.keep(sampleDecision("second"));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(onTrouble).toHaveBeenCalledExactlyOnceWith(outOfOrder);
  works = true;
  await vi.advanceTimersByTimeAsync(10_000);
  vi.useRealTimers();
  await vi.waitFor(async () => expect(await stored()).toBe(2), { timeout: 20_000 });
  expect(writer.lost).toBe(0);
});

it("lets go of what does not fit into the queue, and of what the database refuses", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setImmediate"] });
  const full = createDecisionWriter({
    database: () => Promise.reject(outOfOrder),
    ...{ kept: 1e6, onTrouble: () => undefined },
  });
  const all = Array.from({ length: 10_003 }, (_, index) => full.keep(sampleDecision(`${index}`)));
  await vi.advanceTimersByTimeAsync(1);
  await Promise.all(all);
  expect(full.lost).toBe(3);
  const refusing = createDecisionWriter({
    database: () => Promise.reject(new TypeError("a bug")),
    ...{ kept: 1e6, onTrouble: () => undefined },
  });
  const refused = refusing.keep(sampleDecision("refused"));
  await vi.advanceTimersByTimeAsync(1);
  await refused;
  expect([refusing.stored, refusing.lost]).toEqual([0, 1]);
});
