import fc from "fast-check";
import { expect, it } from "vitest";
import { rank } from "./rank";

// scipy.stats.rankdata (SciPy reference manual, method="average", and ties of three by hand).
it.each([
  [
    [0, 2, 3, 2],
    [1, 2.5, 4, 2.5],
  ],
  [
    [5, 5, 5],
    [2, 2, 2],
  ],
  [
    [10, -1, 10, 3, 10],
    [4, 1, 4, 2, 4],
  ],
  [[], []],
  [[7], [1]],
])("ranks %j as SciPy does", (values, ranks) => {
  expect([...rank(values)]).toEqual(ranks);
});

it("is half the sum of the counts of smaller values and of values no larger, plus one half", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 30 }), (values) => {
      const expected = values.map((value) => {
        const smaller = values.filter((other) => other < value).length;
        const noLarger = values.filter((other) => other <= value).length;
        return (smaller + noLarger + 1) / 2;
      });
      expect([...rank(values)]).toEqual(expected);
    }),
  );
});
