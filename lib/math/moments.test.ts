import fc from "fast-check";
import { expect, it } from "vitest";
import { deviation, mean, standardize } from "./moments";

it("knows the textbook example: 2, 4, 4, 4, 5, 5, 7, 9 have mean 5 and population deviation 2", () => {
  const values = [2, 4, 4, 4, 5, 5, 7, 9];
  expect(mean(values)).toBe(5);
  expect(deviation(values)).toBe(2);
  expect([...standardize(values)]).toEqual([-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2]);
});

it("gives 0 for nothing and for what does not vary", () => {
  expect([mean([]), deviation([]), standardize([]).length]).toEqual([0, 0, 0]);
  expect([...standardize([3, 3, 3])]).toEqual([0, 0, 0]);
  expect([...standardize([7])]).toEqual([0]);
});

it("standardised values have mean 0 and deviation 1", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 40 }), (values) => {
      fc.pre(new Set(values).size > 1);
      const standardised = standardize(values);
      expect(mean(standardised)).toBeCloseTo(0, 10);
      expect(deviation(standardised)).toBeCloseTo(1, 10);
    }),
  );
});
