import { describe, expect, it } from "vitest";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import { questionRows } from "./question-rows";
import { questionTable } from "./question-table";

const winRates = [0.9, 0.5, 0.5, 0.2, 0.1, 0.7];
const table = questionTable(
  {
    benchmark: "mmlu",
    strongModel: "s",
    weakModel: "w",
    publishedPoints: [],
    categories: ["law", "maths"],
    ids: ["a", "b", "c", "d", "e", "trained"],
    category: [0, 0, 1, 0, 0, 0],
    strong: [1, 1, 1, 1, 0, 1],
    weak: [0, 1, 0, 0, 1, 0],
    trained: [5],
    winRates: forEveryRouter(() => winRates),
  },
  "mmlu",
);
const rowsAt = (threshold: number) => questionRows({ table, router: "mf", rows: [0, 1, 3, 4], threshold });

describe("questionRows", () => {
  it("gives the held-out questions asked for, with what came of each choice; ties go to strong", () => {
    expect(rowsAt(0.5)).toEqual([
      { row: 0, id: "a", winRate: 0.9, choice: "strong", strong: 1, weak: 0, verdict: "fitting" },
      { row: 1, id: "b", winRate: 0.5, choice: "strong", strong: 1, weak: 1, verdict: "wasted" },
      { row: 3, id: "d", winRate: 0.2, choice: "weak", strong: 1, weak: 0, verdict: "lost" },
      { row: 4, id: "e", winRate: 0.1, choice: "weak", strong: 0, weak: 1, verdict: "fitting" },
    ]);
  });

  it("sends everything to weak at Infinity", () => {
    expect(rowsAt(Number.POSITIVE_INFINITY).map(({ choice }) => choice)).toEqual(Array(4).fill("weak"));
  });
});
