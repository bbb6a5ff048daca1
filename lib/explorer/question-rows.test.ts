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
const rowsAt = (threshold: number, category = "law") => questionRows({ table, router: "mf", category, threshold });

describe("questionRows", () => {
  it("gives a category's held-out questions in order, with what came of each choice; ties go to strong", () => {
    expect(rowsAt(0.5)).toEqual([
      { id: "a", winRate: 0.9, choice: "strong", strong: 1, weak: 0, verdict: "fitting" },
      { id: "b", winRate: 0.5, choice: "strong", strong: 1, weak: 1, verdict: "wasted" },
      { id: "d", winRate: 0.2, choice: "weak", strong: 1, weak: 0, verdict: "missed" },
      { id: "e", winRate: 0.1, choice: "weak", strong: 0, weak: 1, verdict: "fitting" },
    ]);
    expect(rowsAt(0.5, "maths").map(({ id }) => id)).toEqual(["c"]);
  });

  it("wastes nothing where nothing goes to strong, and misses nothing where all does", () => {
    expect(rowsAt(Number.POSITIVE_INFINITY).map(({ verdict }) => verdict)).toEqual([
      "missed",
      "fitting",
      "missed",
      "fitting",
    ]);
    expect(rowsAt(0).map(({ verdict }) => verdict)).toEqual(["fitting", "wasted", "fitting", "wasted"]);
  });

  it("knows no questions of a category that is not there", () => {
    expect(rowsAt(0.5, "alchemy")).toEqual([]);
  });
});
