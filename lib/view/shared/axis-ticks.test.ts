import { expect, it } from "vitest";
import { axisTicks } from "./axis-ticks";

it("gives round numbers inside the range", () => {
  expect(axisTicks({ minimum: 0.667, maximum: 0.817 })).toEqual([0.7, 0.75, 0.8]);
  expect(axisTicks({ minimum: 8.2, maximum: 9.3 })).toEqual([8.2, 8.4, 8.6, 8.8, 9, 9.2]);
  expect(axisTicks({ minimum: 0, maximum: 1, wanted: 5 })).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
});

it("gives the one value of an empty range", () => {
  expect(axisTicks({ minimum: 3, maximum: 3 })).toEqual([3]);
});
