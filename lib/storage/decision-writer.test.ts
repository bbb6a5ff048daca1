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
  const writer = createDecisionWriter({
    database: async () => counted,
    kept: 1e6,
    onTrouble: () => undefined,
    onLoss: () => undefined,
  });
  await Promise.all(Array.from({ length: 1200 }, (_, index) => writer.keep(sampleDecision(`${index}`))));
  expect(await stored()).toBe(1200);
  // Three batches of at most 500, and a look at what is too old after each thousand.
  expect(statements).toBeLessThanOrEqual(5);
  expect([writer.stored, writer.lost]).toEqual([1200, 0]);
  await writer.keep(sampleDecision("alone"));
  expect(await stored()).toBe(1201);
});

it("keeps no more than it is told, and nothing at all where that is none", async () => {
  const few = createDecisionWriter({
    database: async () => database,
    kept: 10,
    onTrouble: () => undefined,
    onLoss: () => undefined,
  });
  await Promise.all(Array.from({ length: 1500 }, (_, index) => few.keep(sampleDecision(`${index}`))));
  await vi.waitFor(async () => expect(await stored()).toBe(10), { timeout: 20_000 });
  const none = createDecisionWriter({
    database: () => Promise.reject(new Error("not to be asked")),
    kept: 0,
    onTrouble: () => expect.unreachable(),
    onLoss: () => expect.unreachable(),
  });
  await none.keep(sampleDecision("none"));
});

it("keeps nobody waiting for a database that is out of order, and writes once it is back", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setImmediate"] });
  let works = false;
  const onTrouble = vi.fn();
  const writer = createDecisionWriter({
    database: () => (works ? Promise.resolve(database) : Promise.reject(outOfOrder)),
    ...{ kept: 1e6, onTrouble, onLoss: () => expect.unreachable() },
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
  const onLoss = vi.fn();
  const full = createDecisionWriter({
    database: () => Promise.reject(outOfOrder),
    ...{ kept: 1e6, onTrouble: () => undefined, onLoss },
  });
  const all = Array.from({ length: 10_003 }, (_, index) => full.keep(sampleDecision(`${index}`)));
  await vi.advanceTimersByTimeAsync(1);
  await Promise.all(all);
  expect([full.waiting, full.lost]).toEqual([10_000, 3]);
  // A line where losing begins, not one for each.
  expect(onLoss).toHaveBeenCalledExactlyOnceWith(1);
  const closed = full.close();
  await vi.advanceTimersByTimeAsync(1);
  await closed;
  expect([full.waiting, full.lost]).toEqual([0, 10_003]);
  expect(onLoss).toHaveBeenLastCalledWith(10_003);
  const refusing = createDecisionWriter({
    database: () => Promise.reject(new TypeError("a bug")),
    ...{ kept: 1e6, onTrouble: () => undefined, onLoss: () => undefined },
  });
  const refused = refusing.keep(sampleDecision("refused"));
  await vi.advanceTimersByTimeAsync(1);
  await refused;
  expect([refusing.stored, refusing.lost]).toEqual([0, 1]);
});

it("writes what waits before it is closed: at once, where the database is back, and to the last", async () => {
  let works = false;
  const writer = createDecisionWriter({
    database: () => (works ? Promise.resolve(database) : Promise.reject(outOfOrder)),
    ...{ kept: 1e6, onTrouble: () => undefined, onLoss: () => expect.unreachable() },
  });
  await Promise.all(Array.from({ length: 1_200 }, (_, index) => writer.keep(sampleDecision(`${index}`))));
  expect([writer.waiting, writer.stored]).toEqual([1_200, 0]);
  works = true;
  await writer.close();
  expect([writer.waiting, writer.stored, writer.lost, await stored()]).toEqual([0, 1_200, 0, 1_200]);

  const busy = createDecisionWriter({
    database: async () => database,
    ...{ kept: 1e6, onTrouble: () => undefined, onLoss: () => expect.unreachable() },
  });
  for (let index = 0; index < 700; index++) void busy.keep(sampleDecision(`under way ${index}`));
  await busy.close();
  expect([busy.waiting, busy.stored, await stored()]).toEqual([0, 700, 1_900]);
});
