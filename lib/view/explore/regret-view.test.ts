import { describe, expect, it } from "vitest";
import { DEFAULT_MONEY, monthlyCost } from "@/lib/calibration/money";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import { questionTable } from "./question-table";
import { regretFinding, regrettedMoney, regretView } from "./regret-view";

const table = questionTable(
  {
    benchmark: "mmlu",
    strongModel: "s",
    weakModel: "w",
    publishedPoints: [],
    categories: ["law", "empty", "maths"],
    ids: ["a", "b", "c", "d"],
    category: [0, 0, 2, 2],
    strong: [1, 1, 0, 1],
    weak: [1, 0, 1, 0],
    trained: [],
    winRates: forEveryRouter(() => [0.9, 0.6, 0.5, 0.2]),
  },
  "mmlu",
);
const view = (threshold: number, range: { from: number; to: number } | null = null) =>
  regretView({ table, router: "mf", threshold, range });

describe("regretView", () => {
  it("adds up by category, and leaves out categories without a question", () => {
    expect(view(0.5).rows).toEqual([
      { category: "law", questions: 2, lost: 0, wasted: 0.5, worse: 0, shortfall: 0 },
      { category: "maths", questions: 2, lost: 0.5, wasted: 0, worse: 0.5, shortfall: 1 },
    ]);
    expect(view(0.5).total).toMatchObject({ questions: 4, strongCalls: 3, lostScore: 1, worseScore: 1 });
  });

  it("looks at a range of win rates alone", () => {
    expect(view(0.5, { from: 0.5, to: 0.6 }).rows.map(({ category, questions }) => [category, questions])).toEqual([
      ["law", 1],
      ["maths", 1],
    ]);
    expect(view(0.5, { from: 0.95, to: 1 }).rows).toEqual([]);
  });
});

describe("regrettedMoney", () => {
  it("is what weak answers would have saved on the strong calls that bought nothing", () => {
    const { total } = view(0.5);
    const difference = monthlyCost(DEFAULT_MONEY, 0.75) - monthlyCost(DEFAULT_MONEY, 0.25);
    expect(regrettedMoney(total, DEFAULT_MONEY)).toBeCloseTo(difference, 9);
    expect(regrettedMoney(view(Number.POSITIVE_INFINITY).total, DEFAULT_MONEY)).toBe(0);
    expect(regrettedMoney(view(0.5, { from: 0.95, to: 1 }).total, DEFAULT_MONEY)).toBe(0);
  });
});

describe("regretFinding", () => {
  const say = (threshold: number, range: { from: number; to: number } | null = null) =>
    regretFinding(view(threshold, range).total, { routerLabel: "MF", formatGap: (gap) => `${gap * 100} points` });

  it("says where every point went", () => {
    expect(say(0.5)).toBe(
      "Whoever knew both answers would score 50 points more: 25 points were lost by asking the weak model, 25 points by asking the strong one where the weak one is better. 67\u00a0% of MF's strong calls buy nothing better. 0\u00a0% of the weak calls were right to make.",
    );
  });

  it("has words for no strong call, for all of them, for nothing to regret and for no question", () => {
    expect(say(Number.POSITIVE_INFINITY)).toContain("No strong call is made, so none is wasted.");
    expect(say(0)).not.toContain("weak calls");
    expect(say(0.5, { from: 0.55, to: 0.7 })).toBe("MF regrets nothing here.");
    expect(say(0.5, { from: 0.95, to: 1 })).toBe("No question of this kind.");
  });
});
