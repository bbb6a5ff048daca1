import { expect, it } from "vitest";
import { createLengthRouter, lengthFeature } from "./length-router";

it("counts code points, not code units, up to 20,000", () => {
  expect(lengthFeature("")).toBe(0);
  expect(lengthFeature("héllo")).toBe(Math.log(6));
  expect(lengthFeature("👍👍")).toBeCloseTo(Math.log(3), 15);
  expect(lengthFeature("\ud83d")).toBeCloseTo(Math.log(2), 15);
  expect(lengthFeature("👍".repeat(19_999))).toBeCloseTo(Math.log(20_000), 15);
  expect(lengthFeature("👍".repeat(30_000))).toBe(Math.log1p(20_000));
  expect(lengthFeature("a".repeat(1_000_000))).toBe(Math.log1p(20_000));
});

it("scores a longer prompt higher with a positive slope, as worked by hand", async () => {
  const router = createLengthRouter({ weights: { intercept: -1, slope: 0.5 } });
  const [empty = 0, short = 0] = await router.scoreBatch(["", "abc"]);
  expect(empty).toBeCloseTo(1 / (1 + Math.E), 12);
  // e^(−1 + .5·ln 4) = 2/e odds.
  expect(short).toBeCloseTo(2 / Math.E / (1 + 2 / Math.E), 12);
  expect(await router.scoreBatch([])).toEqual([]);
});
