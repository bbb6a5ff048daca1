import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import { brushedRows, formatRange, isBrushed, NO_BRUSH, parseRange } from "./brush";
import { questionTable } from "./question-table";

const table = questionTable(
  {
    benchmark: "mmlu",
    strongModel: "s",
    weakModel: "w",
    publishedPoints: [],
    categories: ["law", "maths"],
    ids: ["a", "b", "c", "d", "e"],
    category: [0, 0, 1, 0, 1],
    strong: [1, 1, 0, 1, 0],
    weak: [0, 1, 1, 0, 1],
    trained: [],
    winRates: forEveryRouter(() => [0.9, 0.5, 0.6, 0.2, 0.1]),
  },
  "mmlu",
);
const pick = (brush: Partial<typeof NO_BRUSH>, threshold = 0.5) => [
  ...brushedRows({ table, router: "mf", threshold, brush: { ...NO_BRUSH, ...brush } }),
];

describe("brushedRows", () => {
  it("picks everything unless something is asked, and what is asked all at once", () => {
    expect(isBrushed(NO_BRUSH)).toBe(false);
    expect(pick({})).toEqual([0, 1, 2, 3, 4]);
    expect(pick({ category: "law" })).toEqual([0, 1, 3]);
    expect(pick({ range: { from: 0.2, to: 0.6 } })).toEqual([1, 2, 3]);
    expect(pick({ regret: "lost" })).toEqual([3]);
    expect(pick({ regret: "wasted" })).toEqual([1]);
    expect(pick({ regret: "worse" })).toEqual([2]);
    expect(pick({ category: "maths", regret: "lost" })).toEqual([]);
    expect(pick({ category: "law", range: { from: 0.3, to: 1 } })).toEqual([0, 1]);
    expect(pick({ category: "no such" })).toEqual([]);
  });

  it("follows α: with no strong call nothing is wasted, with only strong calls nothing is lost", () => {
    expect(pick({ regret: "wasted" }, Number.POSITIVE_INFINITY)).toEqual([]);
    expect(pick({ regret: "lost" }, Number.POSITIVE_INFINITY)).toEqual([0, 3]);
    expect(pick({ regret: "lost" }, 0)).toEqual([]);
  });
});

describe("a range in the address", () => {
  it("comes back as it was written", () => {
    const share = fc.integer({ min: 0, max: 10_000 }).map((step) => step / 10_000);
    fc.assert(
      fc.property(share, share, (a, b) => {
        const range = { from: Math.min(a, b), to: Math.max(a, b) };
        expect(parseRange(formatRange(range))).toEqual(range);
      }),
    );
  });

  it("is nothing else than two win rates in order", () => {
    expect(["0.6-0.5", "0.5", "0.5-1.2", "a-b", "-0.1-0.5", "", "0.5-"].map(parseRange)).toEqual(Array(7).fill(null));
  });
});
