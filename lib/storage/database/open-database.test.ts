import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { listCalibrations, listDefaults } from "@/lib/storage/saved-calibrations";
import { startWriter, type WriterProgram } from "@/lib/test/writer-program";
import { type Database, openDatabase } from "./open-database";

const folder = mkdtempSync(join(tmpdir(), "database-"));
const opened: Database[] = [];
const programs: WriterProgram[] = [];
afterEach(() => {
  for (const database of opened.splice(0)) database.close();
  for (const { child } of programs.splice(0)) child.kill("SIGKILL");
});
afterAll(() => rmSync(folder, { recursive: true }));

async function open(path: string): Promise<Database> {
  const database = await openDatabase({ kind: "file", path }, "drizzle");
  opened.push(database);
  return database;
}

function start(options: Parameters<typeof startWriter>[0]): WriterProgram {
  const program = startWriter(options);
  programs.push(program);
  return program;
}

const idsIn = async (path: string) => {
  const database = await open(path);
  const ids = (await listCalibrations(database)).map(({ id }) => id);
  return { database, ids };
};

/** The locks that this process holds on a file, as the kernel lists them: PID, then MAJOR:MINOR:INODE. */
const locksOn = (path: string): number => {
  const { ino } = statSync(path);
  const lines = readFileSync("/proc/locks", "utf8").split("\n");
  return lines.filter((line) => line.includes(` ${process.pid} `) && line.includes(`:${ino} `)).length;
};

describe("a database in a file", () => {
  it.skipIf(process.platform !== "linux")("keeps its locks while the same process opens it again", async () => {
    const path = join(folder, "twice.db");
    const first = await open(path);
    await first.query((tables) => tables.values(sql.raw("SELECT count(*) FROM votes")));
    const held = locksOn(path);
    expect(held).toBeGreaterThan(0);
    await open(path);
    expect(locksOn(path)).toBeGreaterThanOrEqual(held);
  });

  it("is a write-ahead log that is synchronised at each commit, and passes its own check", async () => {
    const { query } = await open(join(folder, "fresh", "deeper", "routellm.db"));
    const pragma = (name: string) => query((tables) => tables.values(sql.raw(`PRAGMA ${name}`)));
    expect((await pragma("journal_mode"))[0]?.[0]).toBe("wal");
    expect((await pragma("synchronous"))[0]?.[0]).toBe(2);
    expect((await pragma("busy_timeout"))[0]?.[0]).toBe(5000);
    expect((await pragma("integrity_check"))[0]?.[0]).toBe("ok");
  });

  it("loses nothing that it has taken when its process is killed, at whatever moment", async () => {
    const path = join(folder, "killed", "routellm.db");
    const acknowledged: string[] = [];
    // The first number is while it opens and migrates; each kill hits whatever the program does by then.
    for (const [round, lines] of [1, 2, 7, 31, 64].entries()) {
      const program = start({ path, prefix: `${round}-`, count: 100_000 });
      await program.said(lines);
      program.child.kill("SIGKILL");
      expect(await program.ended).toMatchObject({ signal: "SIGKILL", err: "" });
      const said = program.lines.filter((line) => line !== "open");
      expect(said.length).toBeGreaterThanOrEqual(lines - 1);
      acknowledged.push(...said);

      const { database, ids } = await idsIn(path);
      expect(ids).toEqual(expect.arrayContaining(acknowledged));
      // At most the one that was under way is there beside them, in each round.
      expect(ids.length - acknowledged.length).toBeLessThanOrEqual(round + 1);
      expect((await listDefaults(database)).length).toBeLessThanOrEqual(1);
      const [check] = await database.query((tables) => tables.values(sql.raw("PRAGMA integrity_check")));
      expect(check?.[0]).toBe("ok");
    }
  });

  it("is opened, migrated and written to by three processes that start together", async () => {
    const path = join(folder, "together", "routellm.db");
    mkdirSync(join(folder, "together"));
    const all = ["a", "b", "c"].map((prefix) => start({ path, prefix, count: 20 }));
    for (const { ended } of all) expect(await ended).toEqual({ code: 0, signal: null, err: "" });
    const { database, ids } = await idsIn(path);
    expect(ids.toSorted()).toEqual(all.flatMap(({ lines }) => lines.slice(1)).toSorted());
    expect(ids.length).toBe(60);
    expect(await listDefaults(database)).toHaveLength(1);
    const [history] = await database.query((tables) => tables.values(sql`SELECT count(*) FROM __drizzle_migrations`));
    expect(history?.[0]).toBe(readMigrationFiles({ migrationsFolder: "drizzle" }).length);
  });

  it("says in one sentence why it cannot be used", async () => {
    const text = join(folder, "text.db");
    writeFileSync(text, "This is no database, and long enough for nobody to take it for an empty one.".repeat(20));
    const unusable = (path: string, why: string) =>
      expect(openDatabase({ kind: "file", path }, "drizzle")).rejects.toMatchObject({
        code: "storage_unusable",
        message: expect.stringMatching(
          new RegExp(`^The database ${path} could not be used \\(${why}\\); DATABASE_URL`),
        ),
      });
    await unusable(text, "SQLITE_NOTADB");
    await unusable(join(text, "below", "routellm.db"), "E(NOTDIR|EXIST)");
    await unusable(folder, "ConnectionFailed");
  });

  it("of a newer program is left alone", async () => {
    const path = join(folder, "newer", "routellm.db");
    const { query } = await open(path);
    await query((tables) => tables.run(sql`INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 9e15)`));
    await expect(openDatabase({ kind: "file", path }, "drizzle")).rejects.toThrow("last used by a newer version");
    const client = createClient({ url: `file:${path}` });
    expect((await client.execute("SELECT count(*) AS n FROM saved_calibrations")).rows[0]?.n).toBe(0);
    client.close();
  });

  it("that holds other tables, or has no migrations, is left as it is and named in one sentence", async () => {
    const path = join(folder, "foreign.db");
    const client = createClient({ url: `file:${path}` });
    await client.execute("CREATE TABLE decisions (mine text)");
    await client.execute("INSERT INTO decisions VALUES ('kept')");
    const why = "could not be brought to this program's tables";
    await expect(openDatabase({ kind: "file", path }, "drizzle")).rejects.toMatchObject({
      code: "storage_unusable",
      message: expect.stringMatching(new RegExp(`^The database ${path} ${why} \\([^\n]*decisions[^\n]*\\); restore`)),
    });
    expect((await client.execute("SELECT mine FROM decisions")).rows[0]?.mine).toBe("kept");
    // Nothing of a migration that broke off is there.
    const tables = await client.execute("SELECT name FROM sqlite_master WHERE type = 'table'");
    expect(tables.rows.map(({ name }) => name)).toEqual(["decisions"]);
    client.close();
    const empty = join(folder, "no-migrations.db");
    await expect(openDatabase({ kind: "file", path: empty }, join(folder, "nowhere"))).rejects.toThrow(why);
  });

  it("that another process keeps locked is waited for, and then named", async () => {
    const path = join(folder, "busy", "routellm.db");
    const { query } = await open(path);
    const other = createClient({ url: `file:${path}` });
    const transaction = await other.transaction("write");
    await expect(query((tables) => tables.run(sql`DELETE FROM saved_calibrations`))).rejects.toMatchObject({
      code: "overloaded",
      message: expect.stringContaining("Another process has been writing"),
    });
    await transaction.rollback();
    await query((tables) => tables.run(sql`DELETE FROM saved_calibrations`));
    other.close();
  });
});
