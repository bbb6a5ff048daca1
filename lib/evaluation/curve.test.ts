import { expect, it } from "vitest";
import { curvePoints, endScores } from "./curve";
import { pointAtThreshold, scoreAtShare, shareForScore } from "./curve-at";
import { decileCurve } from "./decile-curve";
import { fullCurve } from "./full-curve";
import { curveMetrics } from "./metrics";
import { rankQuestions } from "./rank-questions";

// Four questions by hand: gains 1, 0, −1, 1 at win rates .9, .6, .6, .2; weak scores 0, 1, 1, 0.
const ranked = rankQuestions({ winRates: [0.6, 0.9, 0.2, 0.6], strong: [1, 1, 1, 0], weak: [1, 0, 0, 1] });
const curve = fullCurve(ranked);

it("has a point for each distinct win rate and one that sends nothing to strong", () => {
  expect(curvePoints(curve)).toEqual([
    { threshold: 0.2, strongShare: 1, score: 0.75 },
    { threshold: 0.6, strongShare: 0.75, score: 0.5 },
    { threshold: 0.9, strongShare: 0.25, score: 0.75 },
    { threshold: 1, strongShare: 0, score: 0.5 },
  ]);
  expect(endScores(curve)).toEqual({ weak: 0.5, strong: 0.75 });
});

it("has the metrics that arithmetic by hand gives", () => {
  // Area: .25·.625 + .5·.625 + .25·.625 = .625; PGR 0, 1, 0, 1, so APGR .5 and CPT(x) = x/4.
  const metrics = curveMetrics(curve);
  expect(metrics.auc).toBeCloseTo(0.625, 14);
  expect(metrics.apgr).toBeCloseTo(0.5, 14);
  expect(metrics.cpt20).toBeCloseTo(0.05, 14);
  expect(metrics.cpt50).toBeCloseTo(0.125, 14);
  expect(metrics.cpt80).toBeCloseTo(0.2, 14);
});

it("tells what any threshold does; ties go to strong", () => {
  const shares = [0, 0.2, 0.20001, 0.6, 0.7, 0.9, 0.95, 1].map((alpha) => pointAtThreshold(curve, alpha).strongShare);
  expect(shares).toEqual([1, 1, 0.75, 0.75, 0.25, 0.25, 0, 0]);
  expect(pointAtThreshold(curve, 0.7)).toEqual({ threshold: 0.7, strongShare: 0.25, score: 0.75 });
});

it("finds the interpolated score and the share that reaches a score", () => {
  expect(scoreAtShare(curve, 0.5)).toBeCloseTo(0.625, 14);
  expect(shareForScore(curve, 0.5)).toBe(0);
  expect(shareForScore(curve, 0.625)).toBeCloseTo(0.125, 14);
  expect(shareForScore(curve, 0.8)).toBeNull();
});

it("drops repeated decile edges, and uses > at the last", () => {
  // Quantiles of .2 .6 .6 .9 at 0, 10 … 100 %: .2, .32, .44, .56, .6 (×3), .63, .72, .81, .9 at 70 … 100 % steps of .09.
  const points = curvePoints(decileCurve(ranked));
  expect(points.map(({ strongShare }) => strongShare)).toEqual([1, 0.75, 0.75, 0.75, 0.75, 0.25, 0.25, 0.25, 0]);
  expect(points[0]?.threshold).toBe(0.2);
  expect(points.at(-1)).toEqual({ threshold: 0.9, strongShare: 0, score: 0.5 });
});

it("refuses what cannot be measured", () => {
  expect(() => rankQuestions({ winRates: [], strong: [], weak: [] })).toThrow("at least one is needed");
  expect(() => rankQuestions({ winRates: [0.5], strong: [1, 0], weak: [1, 0] })).toThrow("1 win rates");
});
