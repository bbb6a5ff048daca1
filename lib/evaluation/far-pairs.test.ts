import fc from "fast-check";
import { expect, it } from "vitest";
import { farPairs } from "./far-pairs";

const scores = [
  [1, 1, 1, 1],
  [1, 0, 0, 0],
  [1, 1, 1, 0],
];

it("takes pairs at least the gap apart, the better one strong, the widest gap first", () => {
  expect(farPairs({ scores, minimumGap: 0.5 })).toEqual([
    { strong: 0, weak: 1 },
    { strong: 2, weak: 1 },
  ]);
  expect(farPairs({ scores, minimumGap: 0.8 })).toEqual([]);
});

it("never pairs equal models, even without a minimum", () => {
  expect(
    farPairs({
      scores: [
        [1, 0],
        [0, 1],
        [1, 1],
      ],
      minimumGap: 0,
    }),
  ).toEqual([
    { strong: 2, weak: 0 },
    { strong: 2, weak: 1 },
  ]);
});

it("gives every pair of models once at most, in one direction", () => {
  const column = fc.array(fc.constantFrom(0, 0.5, 1), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(column, { minLength: 2, maxLength: 6 }), (columns) => {
      const keys = farPairs({ scores: columns, minimumGap: 0.1 }).map(({ strong, weak }) =>
        [strong, weak].sort((left, right) => left - right).join("-"),
      );
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});
