import { describe, expect, it } from "vitest";
import { categoryFinding, histogramFinding, qualityFinding } from "./findings";
import type { SelectedPoint } from "./selected-point";

const point: SelectedPoint = {
  targetShare: 0.38,
  threshold: 0.41731,
  strongShare: 0.38,
  score: 0.771,
  recovered: 0.63,
};
const say = (changed: Partial<SelectedPoint>) =>
  qualityFinding({ point: { ...point, ...changed }, routerLabel: "MF", score: "77.1 %" });

describe("qualityFinding", () => {
  it("sets what is kept beside what random would keep", () => {
    expect(say({})).toBe(
      "At 38.0\u00a0% strong calls MF scores 77.1 % and keeps 63\u00a0% of the gap between the two models, where random would keep 38\u00a0%.",
    );
  });

  it("claims no more than the whole gap, and no less than nothing", () => {
    expect(say({ recovered: 1.12 })).toContain("scores 77.1 %, more than the strong model alone; random would keep 38");
    expect(say({ recovered: -0.2 })).toContain("scores 77.1 %, less than the weak model alone");
    expect(say({ recovered: 1.004 })).toContain("keeps 100\u00a0% of the gap");
    expect(say({ recovered: -0.004 })).toContain("keeps 0\u00a0% of the gap");
  });

  it("says plainly what the ends and a missing gap mean", () => {
    expect(say({ strongShare: 0 })).toContain("nothing of the gap");
    expect(say({ strongShare: 1 })).toContain("all of the gap");
    expect(say({ recovered: null })).toContain("both models score the same");
  });
});

it("histogramFinding counts questions", () => {
  expect(histogramFinding({ point, questions: 1000, quartiles: [0.4, 0.5] })).toBe(
    "α = 0.4173 sends 380 of 1,000 questions to the strong model; half of all win rates lie between 0.400 and 0.500.",
  );
});

describe("categoryFinding", () => {
  const row = (category: string, strongShare: number) => ({
    ...{ category, strongShare, questions: 10, score: 0.5, gain: 0.1, meanWinRate: strongShare },
  });

  it("names where the strong calls go and where they do not, never one category twice", () => {
    expect(categoryFinding([row("us_foreign_policy", 0), row("law", 0.5), row("maths", 1)])).toBe(
      "Most to the strong model: Maths (100\u00a0%). Least: US foreign policy (0\u00a0%).",
    );
  });

  it("does not compare a single category with itself", () => {
    expect(categoryFinding([row("grade-school math", 1)])).toBe("All questions are of one kind: Grade-school math.");
    expect(categoryFinding([])).toBe("No question of this kind at this α.");
  });

  it("compares no shares that are all alike, but sizes", () => {
    expect(categoryFinding([row("law", 0), { ...row("maths", 0), questions: 1200 }])).toBe(
      "0\u00a0% of every category's questions go to the strong model. Most questions: Maths (1,200), Law (10).",
    );
  });
});
