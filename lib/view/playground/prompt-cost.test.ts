import { describe, expect, it } from "vitest";
import { DEFAULT_MONEY } from "@/lib/calibration/money";
import { estimateTokens, promptCost, savingOf } from "./prompt-cost";

describe("promptCost", () => {
  it("gives the paper's mean prompt 359 tokens at $24.7 and $0.24 a million", () => {
    const cost = promptCost({ characters: 95 * 4, money: DEFAULT_MONEY });
    expect(cost.promptTokens).toBe(95);
    expect(cost.strong).toBeCloseTo(0.0088673, 10);
    expect(cost.weak).toBeCloseTo(0.00008616, 10);
  });

  it("counts a started token as a whole one, and at least one", () => {
    expect([0, 1, 4, 5].map(estimateTokens)).toEqual([1, 1, 1, 2]);
  });
});

describe("savingOf", () => {
  const cost = { promptTokens: 1, strong: 0.01, weak: 0.001 };

  it("is the difference where the weak model answers, and nothing where the strong one does", () => {
    expect(savingOf(cost, "weak").dollars).toBeCloseTo(0.009, 12);
    expect(savingOf(cost, "weak").share).toBeCloseTo(0.9, 12);
    expect(savingOf(cost, "strong")).toEqual({ dollars: 0, share: 0 });
  });

  it("does not divide by a free strong model", () => {
    expect(savingOf({ promptTokens: 1, strong: 0, weak: 0.001 }, "weak")).toEqual({ dollars: -0.001, share: 0 });
  });
});
