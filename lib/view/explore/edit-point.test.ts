import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_MONEY, monthlyCost } from "@/lib/calibration/money";
import { pointAtThreshold } from "@/lib/evaluation/curve-at";
import { fullCurve } from "@/lib/evaluation/full-curve";
import { rankQuestions } from "@/lib/evaluation/rank-questions";
import { editBudget, editRecovered, editScore, editThreshold, type PointEditContext } from "./edit-point";

// Shares 0, .25, .5, .75, 1 score .25, .5, .75, .75, .5: the last question is one that only the weak model answers.
const rates = [0.9, 0.7, 0.5, 0.3];
const context: PointEditContext = {
  curve: fullCurve(rankQuestions({ winRates: rates, strong: [1, 1, 0, 0], weak: [0, 0, 0, 1] })),
  sample: Float64Array.from(rates).sort(),
  routerLabel: "Router",
  benchmarkLabel: "Benchmark",
  formatScore: (score) => score.toFixed(2),
};
const money = DEFAULT_MONEY;

describe("editThreshold", () => {
  it("aims at the share of the sample that reaches α", () => {
    expect(editThreshold(context, 0.6)).toEqual({ targetShare: 0.5, threshold: 0.6, note: null });
    expect(editThreshold(context, 1)).toEqual({ targetShare: 0, threshold: 1, note: null });
  });

  it.each([
    [7, 1, 0],
    [-0.2, 0, 1],
  ])("answers %d with the nearest α, %d", (typed, threshold, targetShare) => {
    const edit = editThreshold(context, typed);
    expect(edit).toMatchObject({ threshold, targetShare });
    expect(edit.note).toContain(`between 0 and 1; ${threshold} is set`);
  });
});

describe("editScore", () => {
  it("takes the fewest strong calls that reach the score", () => {
    expect(editScore(context, 0.5)).toEqual({ targetShare: 0.25, threshold: 0.9, note: null });
    expect(editScore(context, 0.6)).toEqual({ targetShare: 0.5, threshold: 0.7, note: null });
    expect(editScore(context, 0.25)).toEqual({ targetShare: 0, threshold: 1, note: null });
  });

  it("answers a score above the best with the best, and says which it is", () => {
    const edit = editScore(context, 0.8);
    expect(edit).toMatchObject({ targetShare: 0.5, threshold: 0.7 });
    expect(edit.note).toBe(
      "Router never reaches 0.80 on Benchmark; its best is set: 0.75 at 50.0\u00a0% strong calls.",
    );
  });

  it("answers a score below the weak model's with no strong calls", () => {
    expect(editScore(context, 0.1)).toMatchObject({
      targetShare: 0,
      note: expect.stringContaining("already reaches 0.25"),
    });
  });
});

describe("editRecovered", () => {
  it("reads shares of the gap between the two models (.25 and .50 here)", () => {
    expect(editRecovered(context, 1)).toEqual(editScore(context, 0.5));
    expect(editRecovered(context, 2).targetShare).toBe(0.5);
  });
});

describe("editBudget", () => {
  it("takes the most strong calls that the budget pays for", () => {
    expect(editBudget(context, money, monthlyCost(money, 0.5))).toEqual({
      targetShare: 0.5,
      threshold: 0.7,
      note: null,
    });
    expect(editBudget(context, money, monthlyCost(money, 0.52)).targetShare).toBe(0.5);
    expect(editBudget(context, money, monthlyCost(money, 0.74)).targetShare).toBe(0.5);
    expect(editBudget(context, money, monthlyCost(money, 0.2)).targetShare).toBe(0);
  });

  it("never costs more than the budget, and one more of the curve's points would", () => {
    const question = fc.record({ rate: fc.double({ min: 0.01, max: 0.99, noNaN: true }), strong: fc.nat(1) });
    fc.assert(
      fc.property(
        fc.array(question, { minLength: 1, maxLength: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (questions, part) => {
          const winRates = questions.map(({ rate }) => rate);
          const strong = questions.map((one) => one.strong);
          const curve = fullCurve(rankQuestions({ winRates, strong, weak: strong.map(() => 0) }));
          const sample = Float64Array.from(winRates).sort();
          const budget = monthlyCost(money, 0) + part * (monthlyCost(money, 1) - monthlyCost(money, 0));
          const { threshold } = editBudget({ ...context, curve, sample }, money, budget);
          const { strongShare } = pointAtThreshold(curve, threshold);
          expect(monthlyCost(money, strongShare)).toBeLessThanOrEqual(budget + 1e-9);
          const dearer = curve.strongShares.find((share) => share > strongShare);
          if (dearer !== undefined) expect(monthlyCost(money, dearer)).toBeGreaterThan(budget);
        },
      ),
    );
  });

  it("reaches both ends without a complaint, also from sums rounded to cents", () => {
    for (const share of [0, 1]) {
      const cents = Math.round(monthlyCost(money, share) * 100) / 100;
      expect(editBudget(context, money, cents)).toMatchObject({ targetShare: share, note: null });
    }
  });

  it("says what the cheapest and the dearest routing cost", () => {
    expect(editBudget(context, money, 1)).toMatchObject({ targetShare: 0, note: expect.stringContaining("$8.62") });
    expect(editBudget(context, money, 1e6)).toMatchObject({ targetShare: 1, note: expect.stringContaining("$886.73") });
  });

  it("sends everything to a strong model that costs no more", () => {
    const even = { ...DEFAULT_MONEY, strong: DEFAULT_MONEY.weak, promptsPerMonth: 1000 };
    expect(editBudget(context, even, 5)).toMatchObject({ targetShare: 1, note: expect.stringContaining("no more") });
  });
});
