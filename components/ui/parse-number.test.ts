import { describe, expect, it } from "vitest";
import { parseNumber } from "./parse-number";

describe("parseNumber", () => {
  it.each([
    ["50", 50],
    [" 50 % ", 50],
    ["$24.70", 24.7],
    ["0,5", 0.5],
    ["1,000", 1000],
    ["1,234,567.5", 1_234_567.5],
    ["12 000", 12_000],
    ["\u22120.05", -0.05],
    [".25", 0.25],
    ["1e3", 1000],
  ])("reads %j as %d", (text, expected) => {
    expect(parseNumber(text)).toBe(expected);
  });

  it.each(["", " ", "abc", "1.2.3", "1,2,3", "--1", "Infinity", "NaN", "0x10", "50 %%", "1e999"])(
    "refuses %j",
    (text) => {
      expect(parseNumber(text)).toBeUndefined();
    },
  );
});
