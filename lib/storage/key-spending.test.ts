import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { freePort, hasLibsqlServer, startLibsqlServer } from "@/lib/test/libsql-server";
import { type Database, openDatabase } from "./database/open-database";
import { readSpending, readSpendingOfMonth, recordSpending, setAsideSpending } from "./key-spending";

const folder = mkdtempSync(join(tmpdir(), "key-spending-"));
afterAll(() => rmSync(folder, { recursive: true }));

const NOVEMBER = { key: "team", month: "2026-11" };

it("books what accounts spend, by month, and finds it again after a restart", async () => {
  const path = join(folder, "routellm.db");
  const first = await openDatabase({ kind: "file", path }, "drizzle");
  expect(await readSpending(first, NOVEMBER)).toEqual({ dollars: 0, setAside: 0 });
  await Promise.all([0.25, 0.5, 1].map((spent) => recordSpending(first, { ...NOVEMBER, spent, released: 0 })));
  await recordSpending(first, { ...NOVEMBER, month: "2026-12", spent: 8, released: 0 });
  await recordSpending(first, { ...NOVEMBER, key: "other", spent: 16, released: 0 });
  first.close();
  const second = await openDatabase({ kind: "file", path }, "drizzle");
  expect(await readSpending(second, NOVEMBER)).toEqual({ dollars: 1.75, setAside: 0 });
  expect(await readSpendingOfMonth(second, "2026-11")).toEqual(
    new Map([
      ["team", { dollars: 1.75, setAside: 0 }],
      ["other", { dollars: 16, setAside: 0 }],
    ]),
  );
  second.close();
});

/** Two connections ask for more than there is, at once: together they get the limit and no more. */
async function race(first: Database, second: Database): Promise<void> {
  const ask = (database: Database) => setAsideSpending(database, { ...NOVEMBER, dollars: 0.125, limit: 1 });
  const given = await Promise.all(Array.from({ length: 20 }, (_, number) => ask(number % 2 === 0 ? first : second)));
  expect(given.filter((isGiven) => isGiven)).toHaveLength(8);
  expect(await readSpending(second, NOVEMBER)).toEqual({ dollars: 0, setAside: 1 });
  await recordSpending(first, { ...NOVEMBER, spent: 0.25, released: 0.5 });
  expect(await readSpending(second, NOVEMBER)).toEqual({ dollars: 0.25, setAside: 0.5 });
  expect([await ask(first), await ask(second), await ask(first)]).toEqual([true, true, false]);
}

describe("setAsideSpending never passes the limit", () => {
  it("in a file", async () => {
    const path = join(folder, "race.db");
    const open = () => openDatabase({ kind: "file", path }, "drizzle");
    const [first, second] = [await open(), await open()];
    expect(await setAsideSpending(first, { ...NOVEMBER, dollars: 1.5, limit: 1 })).toBe(false);
    await race(first, second);
    for (const database of [first, second]) database.close();
  });

  it.skipIf(!hasLibsqlServer)("on a libSQL server (sqld)", async () => {
    const server = await startLibsqlServer({ folder: join(folder, "server"), port: await freePort() });
    const open = () => openDatabase({ kind: "server", url: server.url, authToken: undefined }, "drizzle");
    const [first, second] = [await open(), await open()];
    await race(first, second);
    for (const database of [first, second]) database.close();
    await server.kill();
  });
});
