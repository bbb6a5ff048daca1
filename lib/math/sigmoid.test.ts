import { expect, it } from "vitest";
import { sigmoid } from "./sigmoid";

it("is 1/2 at 0, symmetric, and finite at the ends", () => {
  expect(sigmoid(0)).toBe(0.5);
  expect(sigmoid(Math.log(3))).toBeCloseTo(0.75, 15);
  expect(sigmoid(-2) + sigmoid(2)).toBeCloseTo(1, 15);
  expect(sigmoid(-1000)).toBe(0);
  expect(sigmoid(1000)).toBe(1);
});
