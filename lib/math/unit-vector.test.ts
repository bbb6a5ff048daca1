import { expect, it } from "vitest";
import { unitVector } from "./unit-vector";

it("scales to length 1 and keeps the direction, at any size", () => {
  for (const size of [1e-300, 1, 1e300]) {
    const [first = 0, second = 0] = unitVector([3 * size, -4 * size]);
    expect(first).toBeCloseTo(0.6, 12);
    expect(second).toBeCloseTo(-0.8, 12);
  }
});

it("leaves the zero vector and the empty one as they are", () => {
  expect([...unitVector([0, 0])]).toEqual([0, 0]);
  expect([...unitVector([])]).toEqual([]);
});
