import { expect, it } from "vitest";
import { lowerBound, upperBound } from "./sorted-search";

it("counts what is below, and what is not above", () => {
  const sorted = [1, 2, 2, 2, 5];
  expect([0, 1, 2, 3, 5, 6].map((value) => lowerBound(sorted, value))).toEqual([0, 0, 1, 4, 4, 5]);
  expect([0, 1, 2, 3, 5, 6].map((value) => upperBound(sorted, value))).toEqual([0, 1, 4, 4, 5, 5]);
  expect(lowerBound([], 1)).toBe(0);
});
