import { expect, it } from "vitest";
import { DEFAULT_MONEY } from "@/lib/calibration/money";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import { analyseBenchmark } from "./analysis";
import { comparePoints, comparisonFinding } from "./compare-points";
import { pinOf } from "./pin";

const analysis = analyseBenchmark(
  {
    benchmark: "gsm8k",
    strongModel: "s",
    weakModel: "w",
    publishedPoints: [],
    categories: ["maths"],
    ids: ["a", "b", "c", "d"],
    category: [0, 0, 0, 0],
    strong: [1, 1, 1, 0],
    weak: [0, 1, 0, 1],
    trained: [],
    winRates: { ...forEveryRouter(() => [0.9, 0.7, 0.4, 0.2]), length: [0.1, 0.2, 0.3, 0.4] },
  },
  "gsm8k",
);
const compare = (a: ReturnType<typeof pinOf>, b: ReturnType<typeof pinOf>) =>
  comparePoints(analysis, { a, b }, DEFAULT_MONEY);

it("compares two routers question by question, and the sum is the difference of their scores", () => {
  const { a, b, changes } = compare(pinOf("mf", 0.5), pinOf("length", 0.3));
  expect(a).toMatchObject({ strongShare: 0.5, score: 0.75, lost: 1, wasted: 1, worse: 0 });
  expect(b).toMatchObject({ strongShare: 0.5, score: 0.5, lost: 1, wasted: 0, worse: 1 });
  expect(changes.scoreChange / 4).toBeCloseTo(b.score - a.score, 12);
  expect(a.monthly).toBe(b.monthly);
});

it("says what changes sides, and who makes more strong calls", () => {
  const some = compare(pinOf("mf", 0.5), pinOf("mf", 0.3));
  expect(comparisonFinding(some, 4)).toBe(
    "1 of 4 questions change sides (25.0\u00a0%): 1 go to the strong model only under B, 0 only under A. B answers 1 of them better and 0 worse; on 0 both models do the same. B makes 25.0\u00a0% more strong calls.",
  );
  expect(comparisonFinding(compare(pinOf("mf", 0.5), pinOf("length", 0.3)), 4)).not.toContain("more strong calls");
  expect(comparisonFinding(compare(pinOf("mf", 0.3), pinOf("mf", 0.3)), 4)).toContain("same model");
});
