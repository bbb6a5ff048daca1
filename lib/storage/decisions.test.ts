import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sampleDecision } from "@/lib/test/decision-fixture";
import { type Database, openDatabase } from "./database/open-database";
import {
  deleteDecisions,
  keepDecisions,
  LARGEST_BATCH,
  pruneDecisions,
  readDecisions,
  summarizeDecisions,
} from "./decisions";

const folder = mkdtempSync(join(tmpdir(), "decisions-"));
afterAll(() => rmSync(folder, { recursive: true }));

let database: Database;
let path: string;
const open = () => openDatabase({ kind: "file", path }, "drizzle");
beforeEach(async () => {
  path = join(mkdtempSync(join(folder, "case-")), "routellm.db");
  database = await open();
});
afterEach(() => database.close());

const read = async (since?: string) => {
  const records = [];
  for await (const record of readDecisions(database, since)) records.push(record);
  return records;
};
const many = (count: number, prefix = "") =>
  Array.from({ length: count }, (_, index) => sampleDecision(`${prefix}${index}`));

it("keeps every field of the largest batch, in order, once, over a restart", async () => {
  const batch = many(LARGEST_BATCH);
  const failed = sampleDecision("failed", {
    ...{ key: "team", outcome: "failed", error: "timed_out", answeredBy: null, model: null, inputTokens: null },
    ...{ outputTokens: null, tokensEstimated: null, dollars: null, strongDollars: null, providerMs: null },
  });
  await keepDecisions(database, batch);
  await keepDecisions(database, [...batch.slice(0, 3), failed]);
  database.close();
  database = await open();
  expect(await read()).toEqual([...batch, failed]);
});

it("sums up by router and choice, and since a time", async () => {
  await keepDecisions(database, [
    sampleDecision("a"),
    sampleDecision("b", { strongDollars: 0.5, savedAt: "2026-11-24T00:00:00.000Z" }),
    sampleDecision("c", { choice: "weak", dollars: null, strongDollars: null }),
  ]);
  const strong = { router: "mf", choice: "strong", simulated: true };
  expect(await summarizeDecisions(database)).toEqual({
    all: 3,
    groups: [
      { ...strong, decisions: 2, dollars: 0.5, strongDollars: 0.75 },
      { ...strong, choice: "weak", decisions: 1, dollars: 0, strongDollars: 0 },
    ],
  });
  expect(await summarizeDecisions(database, "2026-11-23T12:00:00.000Z")).toEqual({
    all: 1,
    groups: [{ ...strong, decisions: 1, dollars: 0.25, strongDollars: 0.5 }],
  });
  expect((await read("2026-11-23T12:00:00.000Z")).map(({ id }) => id)).toEqual(["b"]);
  await deleteDecisions(database);
  expect(await summarizeDecisions(database)).toEqual({ all: 0, groups: [] });
});

it("removes the oldest beyond those that are kept, also after all were deleted", async () => {
  expect(await pruneDecisions(database, 10)).toBe(true);
  await keepDecisions(database, many(20));
  expect(await pruneDecisions(database, 20)).toBe(true);
  expect(await read()).toHaveLength(20);
  expect(await pruneDecisions(database, 5)).toBe(true);
  expect((await read()).map(({ id }) => id)).toEqual(["15", "16", "17", "18", "19"]);
  await deleteDecisions(database);
  await keepDecisions(database, many(8, "new"));
  expect(await pruneDecisions(database, 5)).toBe(true);
  expect((await read()).map(({ id }) => id)).toEqual(["new3", "new4", "new5", "new6", "new7"]);
});

describe("rows that today's build would not write", () => {
  /** As the builds before this one wrote them: what a provider said, as it stood. */
  const spoil = (id: string, column: string, value: string) =>
    database.query((tables) => tables.run(sql.raw(`update decisions set ${column} = ${value} where id = '${id}'`)));

  it.each([
    ["input_tokens", "-5", { inputTokens: null }],
    ["input_tokens", "9007199254740993", { inputTokens: null }],
    ["output_tokens", "9223372036854775807", { outputTokens: null }],
    ["output_tokens", "2.5", { outputTokens: 2 }],
    ["output_tokens", "'many'", { outputTokens: null }],
    ["output_tokens", "x'00ff'", { outputTokens: null }],
    ["dollars", "-0.25", { dollars: null }],
    ["dollars", "9e999", { dollars: null }],
    ["strong_dollars", "1e308", { strongDollars: null }],
    ["provider_ms", "-9e999", { providerMs: null }],
    ["routing_ms", "-1", { routingMs: 0 }],
  ])("an amount %s = %s is read as none, beside all other fields and rows", async (column, value, change) => {
    await keepDecisions(database, many(3));
    await spoil("1", column, value);
    expect(await read()).toEqual(many(3).map((record) => (record.id === "1" ? { ...record, ...change } : record)));
    const { all, groups } = await summarizeDecisions(database);
    expect(all).toBe(3);
    expect(groups[0]?.dollars).toBe("dollars" in change ? 0.5 : 0.75);
    expect(groups[0]?.strongDollars).toBe("strongDollars" in change ? 0.5 : 0.75);
  });

  it.each([
    ["router", "'of-a-newer-version'"],
    ["win_rate", "7"],
    ["outcome", "''"],
  ])("a row whose %s is %s is left out, and hides no other", async (column, value) => {
    const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    for (const half of [many(500), many(1002).slice(500, 1000), many(1002).slice(1000)]) {
      await keepDecisions(database, half);
    }
    await spoil("500", column, value);
    expect((await read()).map(({ id }) => id)).toEqual(many(1002).flatMap(({ id }) => (id === "500" ? [] : [id])));
    expect((await summarizeDecisions(database)).all).toBe(1002);
    log.mockRestore();
  });
});
