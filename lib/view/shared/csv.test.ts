import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { toCsv } from "./csv";

it("is read back by a CSV reader, whatever the texts hold", () => {
  const rows = [["plain", 'say "hi", then\nleave', ""]];
  expect(parse(toCsv(["a", "b", "c"], rows))).toEqual([["a", "b", "c"], ...rows]);
});

it("leaves cells without a figure empty and disarms formulas", () => {
  expect(toCsv(["x"], [[null], [Number.NaN], ["=1+1"], [-3]])).toBe("x\r\n\r\n\r\n'=1+1\r\n-3\r\n");
});
