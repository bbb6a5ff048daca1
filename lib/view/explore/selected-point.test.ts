import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrateThreshold } from "@/lib/calibration/calibrate-threshold";
import { fullCurve } from "@/lib/evaluation/full-curve";
import { rankQuestions } from "@/lib/evaluation/rank-questions";
import { selectPoint, shareAtThreshold, thresholdForShare } from "./selected-point";

const winRates = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 60 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("thresholdForShare", () => {
  it("is calibrateThreshold on an ascending sample", () => {
    fc.assert(
      fc.property(winRates, share, (sample, strongShare) => {
        const ascending = Float64Array.from(sample).sort();
        expect(thresholdForShare(ascending, strongShare)).toBe(calibrateThreshold({ winRates: sample, strongShare }));
      }),
    );
  });
});

describe("shareAtThreshold", () => {
  it("counts ties to the strong model", () => {
    expect(shareAtThreshold(Float64Array.of(0.2, 0.4, 0.4, 0.8), 0.4)).toBe(0.75);
    expect(shareAtThreshold(Float64Array.of(0.2, 0.4, 0.4, 0.8), 0.41)).toBe(0.25);
  });
});

describe("selectPoint", () => {
  // Two questions that only the strong model answers (win rates .9 and .3) and two that both do.
  const rates = [0.9, 0.7, 0.5, 0.3];
  const curve = fullCurve(rankQuestions({ winRates: rates, strong: [1, 1, 1, 1], weak: [0, 1, 1, 0] }));
  const sample = Float64Array.from(rates).sort();

  it("hits the target on its own sample: half of the calls buy half of the gap here", () => {
    expect(selectPoint({ curve, sample, targetShare: 0.5 })).toEqual({
      targetShare: 0.5,
      threshold: 0.6,
      strongShare: 0.5,
      score: 0.75,
      recovered: 0.5,
    });
  });

  it("keeps its promises at both ends", () => {
    expect(selectPoint({ curve, sample, targetShare: 0 })).toMatchObject({
      threshold: 1,
      strongShare: 0,
      recovered: 0,
    });
    expect(selectPoint({ curve, sample, targetShare: 1 })).toMatchObject({
      threshold: 0,
      strongShare: 1,
      recovered: 1,
    });
  });

  it("misses it where α is calibrated on prompts that look easier", () => {
    const easier = Float64Array.of(0.1, 0.2, 0.3, 0.4);
    const point = selectPoint({ curve, sample: easier, targetShare: 0.5 });
    expect(point.threshold).toBeCloseTo(0.25);
    expect(point.strongShare).toBe(1);
  });

  it("lets a typed α stand", () => {
    expect(selectPoint({ curve, sample, targetShare: 0.5, threshold: 0.65 })).toMatchObject({
      threshold: 0.65,
      strongShare: 0.5,
    });
  });

  it("has no share of the gap where both models score the same", () => {
    const flat = fullCurve(rankQuestions({ winRates: [0.4, 0.6], strong: [1, 0], weak: [1, 0] }));
    expect(selectPoint({ curve: flat, sample: Float64Array.of(0.4, 0.6), targetShare: 0.5 }).recovered).toBeNull();
  });
});
