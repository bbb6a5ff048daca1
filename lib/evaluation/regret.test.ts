import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumTallies, tallyRegret, verdictOf } from "./regret";

describe("verdictOf", () => {
  it("regrets a weak call that lost, and a strong call that did not win", () => {
    expect([1, 0, -1].map((gain) => verdictOf("weak", gain))).toEqual(["lost", "fitting", "fitting"]);
    expect([1, 0, -1].map((gain) => verdictOf("strong", gain))).toEqual(["fitting", "wasted", "worse"]);
  });
});

describe("tallyRegret", () => {
  const outcomes = {
    winRates: [0.9, 0.5, 0.5, 0.2, 0.1],
    strong: [1, 1, 0, 1, 0],
    weak: [0, 1, 1, 0, 1],
    group: [0, 0, 1, 1, 1],
  };

  it("counts by group at a threshold; a tie goes to strong", () => {
    expect(tallyRegret({ outcomes, groups: 2, threshold: 0.5 })).toEqual([
      { questions: 2, strongCalls: 2, lost: 0, wasted: 1, worse: 0, weakBetter: 0, lostScore: 0, worseScore: 0 },
      { questions: 3, strongCalls: 1, lost: 1, wasted: 0, worse: 1, weakBetter: 2, lostScore: 1, worseScore: 1 },
    ]);
  });

  it("looks at the given rows only, and calls no strong model at Infinity", () => {
    const [first, second] = tallyRegret({ outcomes, groups: 2, threshold: Number.POSITIVE_INFINITY, rows: [0, 4] });
    expect(first).toMatchObject({ questions: 1, strongCalls: 0, lost: 1 });
    expect(second).toMatchObject({ questions: 1, lost: 0, wasted: 0, worse: 0, weakBetter: 1 });
  });

  it("accounts for every point between the best of both models and what was routed", () => {
    const question = fc.record({
      winRate: fc.double({ min: 0, max: 1, noNaN: true }),
      strong: fc.integer({ min: 1, max: 10 }),
      weak: fc.integer({ min: 1, max: 10 }),
      group: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(question, { maxLength: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rows, threshold) => {
          const total = sumTallies(
            tallyRegret({
              outcomes: {
                winRates: rows.map((row) => row.winRate),
                strong: rows.map((row) => row.strong),
                weak: rows.map((row) => row.weak),
                group: rows.map((row) => row.group),
              },
              groups: 4,
              threshold,
            }),
          );
          const best = rows.reduce((sum, { strong, weak }) => sum + Math.max(strong, weak), 0);
          const routed = rows.reduce((sum, row) => sum + (row.winRate >= threshold ? row.strong : row.weak), 0);
          expect(best - routed).toBeCloseTo(total.lostScore + total.worseScore, 9);
          expect(total.questions).toBe(rows.length);
          expect(total.wasted + total.worse).toBeLessThanOrEqual(total.strongCalls);
          expect(total.lost).toBeLessThanOrEqual(total.questions - total.strongCalls);
        },
      ),
    );
  });
});
