import { describe, expect, it } from "vitest";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import { isRouterId } from "@/lib/domain/router-id";
import { analyseBenchmark } from "./analysis";
import { PUBLISHED_EXTREMES, PUBLISHED_ROUTING } from "./published-analyses";
import { subjectAnalysis } from "./subject-analysis";

const SUBJECTS = ["algebra", "law", "marketing", "physics"];
/** Two questions a subject; win rates rise from marketing to algebra. */
const MEANS: Readonly<Record<string, number>> = { algebra: 0.8, physics: 0.6, law: 0.4, marketing: 0.2 };
const category = SUBJECTS.flatMap((_, index) => [index, index]);
const winRates = category.map((index, row) => (MEANS[SUBJECTS[index] ?? ""] ?? 0) + (row % 2 === 0 ? 0.05 : -0.05));
const analysis = analyseBenchmark(
  {
    benchmark: "mmlu",
    strongModel: "s",
    weakModel: "w",
    publishedPoints: [],
    categories: SUBJECTS,
    ids: category.map((_, row) => `q-${row}`),
    category,
    strong: category.map(() => 1),
    weak: category.map((_, row) => row % 2),
    trained: [],
    winRates: forEveryRouter(() => winRates),
  },
  "mmlu",
);

describe("subjectAnalysis", () => {
  it("names the highest and lowest subjects, none of them twice", () => {
    const { highest, lowest } = subjectAnalysis(analysis, "mf");
    expect(highest.map((subject) => subject.category)).toEqual(["algebra", "physics"]);
    expect(lowest.map((subject) => subject.category)).toEqual(["marketing", "law"]);
    expect(lowest[0]?.meanWinRate).toBeCloseTo(0.2, 12);
  });

  it("routes every subject with α at the 20, 50 and 80 % quantiles, which send 80, 50 and 20 % to strong", () => {
    const { routing, thresholds } = subjectAnalysis(analysis, "mf");
    expect(routing.map((subject) => [subject.category, ...subject.shares])).toEqual([
      ["algebra", 1, 1, 1],
      ["physics", 1, 1, 0],
      ["law", 1, 0, 0],
      ["marketing", 0, 0, 0],
    ]);
    expect(thresholds).toEqual(thresholds.toSorted((a, b) => a - b));
  });
});

describe("the published analyses", () => {
  it("are of routers that stand here too, three subjects a side", () => {
    for (const [router, { highest, lowest }] of Object.entries(PUBLISHED_EXTREMES)) {
      expect(isRouterId(router)).toBe(true);
      expect(new Set([...highest, ...lowest]).size).toBe(6);
    }
  });

  it("fall with α, as every router's must", () => {
    for (const shares of Object.values(PUBLISHED_ROUTING.shares)) {
      expect(shares).toHaveLength(3);
      expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    }
  });
});
