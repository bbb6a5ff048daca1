import { describe, expect, it } from "vitest";
import { hangingScore } from "./plot-area";

const ends = { strong: { score: 0.8 }, weak: { score: 0.6 } };

describe("hangingScore", () => {
  it("hangs a label from random routing's line where a point is close above it", () => {
    // Random routing scores .6 + .4 × .2 = .68 at this share; the point is a tenth of the gap above.
    expect(hangingScore({ strongShare: 0.4, score: 0.7 }, ends)).toBeCloseTo(0.68, 12);
  });

  it("hangs it from the point where that is lower", () => {
    expect(hangingScore({ strongShare: 0.5, score: 0.61 }, ends)).toBe(0.61);
  });

  it("leaves it above a point that stands alone", () => {
    expect(hangingScore({ strongShare: 0.25, score: 0.76 }, ends)).toBeNull();
  });
});
