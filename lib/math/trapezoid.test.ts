import { expect, it } from "vitest";
import { trapezoid } from "./trapezoid";

it("adds the areas under the segments", () => {
  expect(trapezoid({ x: [0, 1, 3], y: [0, 2, 4] })).toBe(7);
  expect(trapezoid({ x: [3, 1, 0], y: [4, 2, 0] })).toBe(-7);
  expect(trapezoid({ x: [1], y: [5] })).toBe(0);
});
