import { expect, it } from "vitest";
import { oracleCurve } from "./oracle-curve";

it("takes the largest gains first and stops where there is nothing to gain", () => {
  // Gains 3, 1, 1, −2: up by 3/4 over the first quarter, by 1/4 over the next two, then flat.
  const curve = oracleCurve({ strong: [5, 3, 3, 1], weak: [2, 2, 2, 3] });
  expect([...curve.strongShares]).toEqual([0, 0.25, 0.75, 1]);
  expect([...curve.scores]).toEqual([2.25, 3, 3.5, 3.5]);
});

it("is flat where the strong model never helps", () => {
  expect([...oracleCurve({ strong: [0, 1], weak: [1, 1] }).scores]).toEqual([1, 1]);
});
