import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openDatabase } from "./database/open-database";
import { addSpending, readSpending } from "./key-spending";

const folder = mkdtempSync(join(tmpdir(), "key-spending-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("adds what keys spend, by month, and finds it again after a restart", async () => {
  const path = join(folder, "routellm.db");
  const november = { key: "team", month: "2026-11" };
  const first = await openDatabase({ kind: "file", path }, "drizzle");
  expect(await readSpending(first, november)).toBe(0);
  await Promise.all([0.25, 0.5, 1].map((dollars) => addSpending(first, { ...november, dollars })));
  await addSpending(first, { ...november, month: "2026-12", dollars: 8 });
  await addSpending(first, { ...november, key: "other", dollars: 16 });
  first.close();
  const second = await openDatabase({ kind: "file", path }, "drizzle");
  expect(await readSpending(second, november)).toBe(1.75);
  second.close();
});
