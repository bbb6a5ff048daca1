import { expect, it } from "vitest";
import { dot } from "./dot";

it("sums the products of arrays of any kind", () => {
  expect(dot([1, 2, 3], new Float64Array([4, -5, 6]))).toBe(12);
  expect(dot([], [])).toBe(0);
});
