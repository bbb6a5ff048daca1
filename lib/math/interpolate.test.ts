import { expect, it } from "vitest";
import { interpolate } from "./interpolate";

it("agrees with numpy.interp, repeated x included", () => {
  const points = { x: [0, 1, 1, 3], y: [0, 10, 20, 40] };
  const positions = [-1, 0, 0.5, 1, 2, 3, 4];
  expect(positions.map((position) => interpolate(position, points))).toEqual([0, 0, 5, 20, 30, 40, 40]);
});

it("has no answer without points", () => {
  expect(interpolate(1, { x: [], y: [] })).toBeNaN();
  expect(interpolate(Number.NaN, { x: [0, 1], y: [0, 1] })).toBeNaN();
});
