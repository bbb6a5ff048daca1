import fc from "fast-check";
import { expect, it } from "vitest";
import { fullCurve } from "./full-curve";
import { curveMetrics } from "./metrics";
import { pairGapRecovered } from "./pair-gap-recovered";
import { rankQuestions } from "./rank-questions";

const question = fc.record({
  winRate: fc.constantFrom(0.1, 0.2, 0.3, 0.4, 0.5),
  strong: fc.constantFrom(0, 1),
  weak: fc.constantFrom(0, 1),
  asked: fc.boolean(),
});

it("is the full curve's APGR on the questions that both were asked, whatever the ties", () => {
  fc.assert(
    fc.property(fc.array(question, { minLength: 1, maxLength: 40 }), (rows) => {
      const ranking = rankQuestions({
        winRates: rows.map(({ winRate }) => winRate),
        strong: rows.map(() => 0),
        weak: rows.map(() => 0),
      });
      const figure = pairGapRecovered({
        ranking,
        strong: rows.map(({ strong, asked }) => (asked ? strong : Number.NaN)),
        weak: rows.map(({ weak }) => weak),
      });
      const both = rows.filter(({ asked }) => asked);
      expect(figure.questions).toBe(both.length);
      if (both.length === 0) {
        expect(figure).toEqual({ questions: 0, gap: 0, gapError: 0, apgr: null });
        return;
      }
      const curve = fullCurve(
        rankQuestions({
          winRates: both.map(({ winRate }) => winRate),
          strong: both.map(({ strong }) => strong),
          weak: both.map(({ weak }) => weak),
        }),
      );
      const { apgr } = curveMetrics(curve);
      if (apgr === null) expect(figure.apgr).toBeNull();
      else expect(figure.apgr).toBeCloseTo(apgr, 9);
      expect(figure.gap).toBeCloseTo((curve.scores.at(-1) ?? 0) - (curve.scores[0] ?? 0), 9);
    }),
  );
});

it("gives the gap its standard error, by hand", () => {
  const ranking = rankQuestions({ winRates: [0.4, 0.3, 0.2, 0.1], strong: [0, 0, 0, 0], weak: [0, 0, 0, 0] });
  const figure = pairGapRecovered({ ranking, strong: [1, 1, 0, 1], weak: [0, 1, 0, 1] });
  // Gains 1, 0, 0, 0: mean 1/4, S² = (9/16 + 3/16)/3 = 1/4, S/√4 = 1/4; all of the gain at the first call: 7/8.
  expect(figure).toEqual({ questions: 4, gap: 0.25, gapError: 0.25, apgr: 0.875 });
});
