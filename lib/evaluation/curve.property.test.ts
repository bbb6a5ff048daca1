import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "@/lib/domain/decide";
import { toThreshold } from "@/lib/domain/threshold";
import { toWinRate } from "@/lib/domain/win-rate";
import { pointAtThreshold, scoreAtShare, shareForScore } from "./curve-at";
import { decileCurve } from "./decile-curve";
import { fullCurve } from "./full-curve";
import { curveMetrics } from "./metrics";
import { oracleCurve } from "./oracle-curve";
import type { Outcomes } from "./outcomes";
import { rankQuestions } from "./rank-questions";

const score = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 1, max: 10, noNaN: true }));
/** Few distinct win rates, the ends among them, so that ties are common. */
const winRate = fc.oneof(fc.constantFrom(0, 0.25, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const question = fc.record({ winRate, strong: score, weak: score });
const questions = fc.array(question, { minLength: 1, maxLength: 60 });

type Question = { readonly winRate: number; readonly strong: number; readonly weak: number };
const columns = (rows: readonly Question[]): Outcomes => ({
  winRates: rows.map((row) => row.winRate),
  strong: rows.map((row) => row.strong),
  weak: rows.map((row) => row.weak),
});
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe.each([
  ["full", fullCurve],
  ["deciles", decileCurve],
] as const)("%s curve", (_, measure) => {
  it("runs from weak to strong with shares that never fall, and no NaN", () => {
    fc.assert(
      fc.property(questions, (rows) => {
        const curve = measure(rankQuestions(columns(rows)));
        expect(curve.strongShares[0]).toBe(0);
        expect(curve.strongShares.at(-1)).toBe(1);
        expect(curve.scores[0]).toBeCloseTo(mean(rows.map((row) => row.weak)), 9);
        expect(curve.scores.at(-1)).toBeCloseTo(mean(rows.map((row) => row.strong)), 9);
        for (let index = 1; index < curve.scores.length; index++) {
          expect(curve.strongShares[index]).toBeGreaterThanOrEqual(curve.strongShares[index - 1] ?? NaN);
          expect(curve.thresholds[index]).toBeLessThanOrEqual(curve.thresholds[index - 1] ?? NaN);
        }
        const { auc, ...others } = curveMetrics(curve);
        expect(Number.isFinite(auc)).toBe(true);
        for (const figure of Object.values(others)) expect(figure === null || Number.isFinite(figure)).toBe(true);
      }),
    );
  });

  it("does not depend on the order of the questions", () => {
    const shuffled = questions.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, ([rows, other]) => {
        const curve = measure(rankQuestions(columns(rows)));
        const again = measure(rankQuestions(columns(other)));
        expect(again.thresholds).toEqual(curve.thresholds);
        expect(again.strongShares).toEqual(curve.strongShares);
        again.scores.forEach((value, index) => {
          expect(value).toBeCloseTo(curve.scores[index] ?? NaN, 9);
        });
      }),
    );
  });

  it("recovers half of the gap when every question gains alike", () => {
    const unlike = fc.array(fc.record({ winRate, weak: fc.double({ min: 0, max: 1, noNaN: true }) }), { minLength: 1 });
    fc.assert(
      fc.property(unlike, fc.double({ min: 0.1, max: 1, noNaN: true }), (rows, gain) => {
        const curve = measure(rankQuestions(columns(rows.map((row) => ({ ...row, strong: row.weak + gain })))));
        const metrics = curveMetrics(curve);
        expect(metrics.apgr).toBeCloseTo(0.5, 9);
        expect(metrics.cpt50).toBeCloseTo(0.5, 9);
      }),
    );
  });
});

it("agrees with decide() at every threshold", () => {
  fc.assert(
    fc.property(questions, winRate, (rows, alpha) => {
      const point = pointAtThreshold(fullCurve(rankQuestions(columns(rows))), alpha);
      const choices = rows.map((row) => decide(toWinRate(row.winRate), toThreshold(alpha)));
      const routed = rows.map((row, index) => (choices[index] === "strong" ? row.strong : row.weak));
      expect(point.strongShare).toBeCloseTo(choices.filter((choice) => choice === "strong").length / rows.length, 12);
      expect(point.score).toBeCloseTo(mean(routed), 9);
    }),
  );
});

it("never lies above the oracle", () => {
  fc.assert(
    fc.property(questions, (rows) => {
      const curve = fullCurve(rankQuestions(columns(rows)));
      const oracle = oracleCurve(columns(rows));
      curve.strongShares.forEach((share, index) => {
        expect(curve.scores[index]).toBeLessThanOrEqual(scoreAtShare(oracle, share) + 1e-9);
      });
    }),
  );
});

it("reaches a score at the share it names, and not before", () => {
  fc.assert(
    fc.property(questions, fc.double({ min: 0, max: 1, noNaN: true }), (rows, part) => {
      const curve = fullCurve(rankQuestions(columns(rows)));
      const top = Math.max(...curve.scores);
      const target = (curve.scores[0] ?? NaN) + part * (top - (curve.scores[0] ?? NaN));
      const share = shareForScore(curve, Math.min(target, top));
      if (share === null) throw new Error("a score below the top must be reached");
      expect(scoreAtShare(curve, share)).toBeCloseTo(target, 6);
      curve.strongShares.forEach((earlier, index) => {
        if (earlier < share - 1e-12) expect(curve.scores[index]).toBeLessThan(target + 1e-9);
      });
    }),
  );
});

it("has no figure, rather than NaN, where the two models score the same", () => {
  const metrics = curveMetrics(fullCurve(rankQuestions({ winRates: [0.3, 0.7], strong: [1, 0], weak: [0, 1] })));
  expect(metrics).toEqual({ auc: 0.25, apgr: null, cpt20: null, cpt50: null, cpt80: null });
});

it("measures one question, and questions that all tie", () => {
  for (const winRates of [[1], [0], [0.5]]) {
    const ranked = rankQuestions({ winRates, strong: [1], weak: [0] });
    const expected = { auc: 0.5, apgr: 0.5, cpt20: 0.2, cpt50: 0.5, cpt80: 0.8 };
    expect(curveMetrics(fullCurve(ranked))).toEqual(expected);
    expect(curveMetrics(decileCurve(ranked))).toEqual(expected);
  }
  const tied = rankQuestions({ winRates: [1, 1, 1], strong: [1, 1, 0], weak: [0, 0, 0] });
  expect(curveMetrics(fullCurve(tied)).apgr).toBeCloseTo(0.5, 12);
  expect(curveMetrics(decileCurve(tied)).apgr).toBeCloseTo(0.5, 12);
});
