import { describe, expect, it } from "vitest";
import { fiveLabelExample, threeLabelExample } from "./label-example";

describe.each([
  ["threeLabelExample", threeLabelExample, ["strong wins"]],
  ["fiveLabelExample", fiveLabelExample, ["[[1]]", "[[2]]", "[[3]]"]],
])("%s", (_, example, kept) => {
  it("has probabilities that add up to 1, and a win rate of the labels that are not taken off", () => {
    for (const difficulty of [0, 0.5, 1]) {
      const { labels, winRate } = example(difficulty);
      expect(labels.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
      const remaining = labels.filter(({ label }) => kept.includes(label));
      expect(winRate).toBeCloseTo(
        remaining.reduce((sum, { probability }) => sum + probability, 0),
        12,
      );
    }
  });

  it("rises with difficulty", () => {
    const rates = [0, 0.25, 0.5, 0.75, 1].map((difficulty) => example(difficulty).winRate);
    expect(rates).toEqual(rates.toSorted((a, b) => a - b));
    expect(rates[0]).toBeLessThan(0.25);
    expect(rates[4]).toBeGreaterThan(0.75);
  });
});
