import { expect, it } from "vitest";
import { quantile } from "./quantile";

it("agrees with numpy.quantile (2.4, default method)", () => {
  const values = [3, 1, 4, 1, 5, 9, 2, 6];
  const expected: readonly (readonly [number, number])[] = [
    [0, 1],
    [0.1, 1],
    [0.25, 1.75],
    [0.5, 3.5],
    [0.9, 6.8999999999999995],
    [1, 9],
  ];
  for (const [probability, value] of expected) expect(quantile(values, probability)).toBe(value);
  expect(values[0]).toBe(3);
});

it("is the value itself for one value and NaN for none", () => {
  expect(quantile([7], 0.3)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
});
