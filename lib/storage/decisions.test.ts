import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import { type Database, openDatabase } from "./database/open-database";
import { sampleDecision } from "./decision-fixture";
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
