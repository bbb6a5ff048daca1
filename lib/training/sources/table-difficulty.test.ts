import { describe, expect, it } from "vitest";
import type { GoldenRow } from "@/lib/domain/golden-row";
import { rateTable } from "./table-difficulty";

const row = (id: string, category: string, scores: Readonly<Record<string, number>>): GoldenRow => ({
  id,
  prompt: id,
  category,
  scores: new Map(Object.entries(scores)),
});
const rows = [
  row("nobody knew", "law", { a: 0, b: 0, c: 0 }),
  row("all knew", "law", { c: 1, b: 1, a: 1 }),
  row("two knew", "art", { a: 1, b: 1, c: 0 }),
  row("one was asked and knew", "art", { b: 1 }),
];
const difficulty = (name: string, all = rows) =>
  new Map(rateTable({ name, rows: all }).map((rated) => [rated.row.id, rated.difficulty]));

describe("rateTable", () => {
  it("rates every row in its place, whatever the order of its models and whoever was not asked", () => {
    expect(rateTable({ name: "own", rows }).map((rated) => rated.row)).toEqual(rows);
    const rated = difficulty("own");
    expect(rated.get("nobody knew")).toBeGreaterThan(rated.get("two knew") ?? Number.NaN);
    expect(rated.get("two knew")).toBeGreaterThan(rated.get("all knew") ?? Number.NaN);
    expect(rated.get("one was asked and knew")).toBeLessThan(0);
  });

  it("rates tasks apart in a table of tasks: one task's rows leave no trace in another's", () => {
    const art = rows.filter(({ category }) => category === "art");
    const apart = difficulty("fourteen-tasks-9-models");
    const alone = difficulty("fourteen-tasks-9-models", art);
    for (const { id } of art) expect(apart.get(id)).toBe(alone.get(id));
    const together = difficulty("own");
    expect(art.some(({ id }) => together.get(id) !== alone.get(id))).toBe(true);
  });

  it("rates nothing of an empty table", () => {
    expect(rateTable({ name: "own", rows: [] })).toEqual([]);
  });
});
