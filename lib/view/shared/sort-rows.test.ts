import { expect, it } from "vitest";
import { nextSort, sortRows } from "./sort-rows";

type Row = { readonly name: string; readonly value: number | null };
const rows: readonly Row[] = [
  { name: "b", value: 2 },
  { name: "none", value: null },
  { name: "a", value: 1 },
  { name: "c", value: 2 },
];
const names = (key: "name" | "value", direction: "ascending" | "descending") =>
  sortRows(rows, { key, direction }, (row, column) => row[column]).map((row) => row.name);

it("keeps the order of equal values and puts missing ones last both ways", () => {
  expect(names("value", "ascending")).toEqual(["a", "b", "c", "none"]);
  expect(names("value", "descending")).toEqual(["b", "c", "a", "none"]);
  expect(names("name", "descending")).toEqual(["none", "c", "b", "a"]);
});

it("turns the order of a sorted column and starts another with its better end", () => {
  const sort = { key: "value", direction: "descending" } as const;
  expect(nextSort<"name" | "value">(sort, "value", "descending").direction).toBe("ascending");
  expect(nextSort<"name" | "value">(sort, "name", "ascending")).toEqual({ key: "name", direction: "ascending" });
});
