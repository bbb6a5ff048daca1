import { describe, expect, it } from "vitest";
import { labelBalance, tableBalance } from "./label-balance";

describe("labelBalance", () => {
  it("counts wins of either side and ties; a leaning outcome counts for the side it leans to", () => {
    expect(labelBalance([1, 1, 0, 0.5, 0.75])).toEqual({ a: 3, b: 1, tie: 1 });
    expect(labelBalance([])).toEqual({ a: 0, b: 0, tie: 0 });
  });
});

describe("tableBalance", () => {
  const rows = (...scores: Readonly<Record<string, number>>[]) =>
    scores.map((row) => ({ scores: new Map(Object.entries(row)) }));

  it("is the balance of all pairs on all questions, by hand: the model with the higher mean is side A", () => {
    // Means: strong 2/3, middle 1/2, weak 1/3. Pairs of question 1: s>m, s>w, m=w; 2: s=m, s>w, m>w; 3: s=m, s<w, m<w.
    const table = rows(
      { weak: 0, strong: 1, middle: 0 },
      { weak: 0, strong: 1, middle: 1 },
      { weak: 1, strong: 0, middle: 0 },
    );
    expect(tableBalance(table)).toEqual({ a: 4, b: 2, tie: 3 });
  });

  it("leaves out models that were not asked, and breaks equal means by name", () => {
    expect(tableBalance(rows({ x: 1, y: 0 }, { x: 0, y: 1 }))).toEqual({ a: 1, b: 1, tie: 0 });
    expect(tableBalance(rows({ x: 1 }, { y: 1 }))).toEqual({ a: 0, b: 0, tie: 0 });
    expect(tableBalance([])).toEqual({ a: 0, b: 0, tie: 0 });
  });
});
