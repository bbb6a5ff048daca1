import { describe, expect, it } from "vitest";
import { densityOn, FULL_SCALE, positionOn, rangeOf } from "./win-rate-scale";

describe("rangeOf", () => {
  it("widens to multiples of 0.05", () => {
    expect(rangeOf([0.512, 0.6, 0.731])).toEqual({ from: 0.5, to: 0.75 });
    expect(rangeOf([0, 1])).toEqual(FULL_SCALE);
  });

  it("is never empty", () => {
    expect(rangeOf([])).toEqual(FULL_SCALE);
    expect(rangeOf([0.5, 0.5])).toEqual({ from: 0.45, to: 0.55 });
    expect(rangeOf([0])).toEqual({ from: 0, to: 0.05 });
    expect(rangeOf([1])).toEqual({ from: 0.95, to: 1 });
  });
});

describe("positionOn", () => {
  it("is linear inside and clamped outside", () => {
    const scale = { from: 0.5, to: 0.75 };
    expect(positionOn(scale, 0.625)).toBeCloseTo(0.5, 12);
    expect(positionOn(scale, 0.4)).toBe(0);
    expect(positionOn(scale, 0.9)).toBe(1);
  });
});

describe("densityOn", () => {
  it("counts each value once, the top of the scale included", () => {
    expect(densityOn({ sample: [0, 0.1, 0.1, 0.6, 1], scale: FULL_SCALE, bins: 2 })).toEqual([1, 2 / 3]);
  });

  it("is flat zero for no sample", () => {
    expect(densityOn({ sample: [], scale: FULL_SCALE, bins: 3 })).toEqual([0, 0, 0]);
  });
});
