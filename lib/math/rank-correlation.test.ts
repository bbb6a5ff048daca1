import { expect, it } from "vitest";
import { rankCorrelation } from "./rank-correlation";

it("is 1 for any rising relation, −1 for any falling one, 0 where nothing varies", () => {
  expect(rankCorrelation([1, 2, 3, 4], [1, 10, 100, 1000])).toBeCloseTo(1, 12);
  expect(rankCorrelation([1, 2, 3], [0, -1, -7])).toBeCloseTo(-1, 12);
  expect(rankCorrelation([1, 2, 3], [5, 5, 5])).toBe(0);
  expect(rankCorrelation([], [])).toBe(0);
});

it("is SciPy's spearmanr with ties: [1, 2, 2, 3] against [1, 3, 2, 4] gives .9487", () => {
  expect(rankCorrelation([1, 2, 2, 3], [1, 3, 2, 4])).toBeCloseTo(0.9486832980505138, 12);
});
