import { describe, expect, it } from "vitest";
import { type RoutedAnswer, savingInWords, whyInWords, wouldChooseInWords } from "./answer-in-words";

const routed: RoutedAnswer = {
  ...{ router: "mf", winRate: 0.61234, threshold: 0.5 },
  ...{ choice: "strong", reason: "routed", answeredBy: "strong" },
};

describe("whyInWords", () => {
  it("names the router, both figures and the model", () => {
    expect(whyInWords(routed)).toBe(
      "Matrix factorization: the win rate 0.6123 reaches α 0.5000, so the strong model was chosen.",
    );
    expect(whyInWords({ ...routed, winRate: 0.4, choice: "weak", answeredBy: "weak" })).toContain(
      "0.4000 stays below α 0.5000, so the weak model",
    );
  });

  it("says that a win rate at α is for the strong model", () => {
    expect(whyInWords({ ...routed, winRate: 0.5 })).toContain("reaches");
  });

  it("tells a model that was kept, or asked for, from one that was chosen", () => {
    expect(whyInWords({ ...routed, reason: "kept" })).toMatch(/first question’s win rate .* stays with the strong/);
    expect(whyInWords({ ...routed, reason: "asked", choice: "weak", answeredBy: "weak" })).toMatch(
      /^You asked the weak model yourself; .* for the strong model\.$/,
    );
  });

  it("says that another model stood in", () => {
    expect(whyInWords({ ...routed, answeredBy: "weak" })).toMatch(/The strong model gave no answer, so the weak one/);
  });
});

describe("wouldChooseInWords", () => {
  it("says whom the router is for, whoever answered", () => {
    expect(wouldChooseInWords({ ...routed, reason: "asked", choice: "weak", answeredBy: "weak" })).toBe(
      "Matrix factorization’s win rate 0.6123 reaches α 0.5000: it would choose the strong model.",
    );
    expect(wouldChooseInWords({ ...routed, winRate: 0.1 })).toContain("stays below α 0.5000: it would choose the weak");
  });
});

describe("savingInWords", () => {
  it.each([
    [{ cost: 0.25, alwaysStrong: 1, alwaysWeak: 0.25 }, "saves $0.7500 (75.0\u00a0%) against the strong model"],
    [{ cost: 1, alwaysStrong: 1, alwaysWeak: 0.25 }, "the strong model’s price"],
    [{ cost: 2, alwaysStrong: 1, alwaysWeak: 2 }, "$1.00 more than at the strong model"],
    [{ cost: 0, alwaysStrong: 0, alwaysWeak: 0 }, "the strong model is free"],
  ])("of %j is %j", (bill, words) => {
    expect(savingInWords(bill)).toBe(words);
  });
});
