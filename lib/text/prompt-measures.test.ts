import { describe, expect, it } from "vitest";
import { WORD_PROBLEM_MEASURES, wordProblemMeasures } from "./prompt-measures";

/** The counts behind the logarithms. */
const counts = (prompt: string): Record<string, number> =>
  Object.fromEntries(
    wordProblemMeasures(prompt).map((value, index) => [WORD_PROBLEM_MEASURES[index], Math.round(Math.expm1(value))]),
  );

describe("wordProblemMeasures", () => {
  it("counts by hand: “Two cats, 1,200 rats”", () => {
    expect(counts("Two cats, 1,200 rats")).toEqual({
      "distinct 5-grams": 16,
      "longest sentence": 20,
      numbers: 2,
      "content words": 3,
      // The comma inside a number counts too: it is a cheap sign of length like the others.
      clauses: 2,
    });
    expect(wordProblemMeasures("Two cats, 1,200 rats")[0]).toBeCloseTo(Math.log(17), 12);
  });

  it("counts a 5-gram once however often and in whatever case it comes", () => {
    // “abcde”, “bcdea”, “cdeab”, “deabc”, “eabcd” and no other.
    expect(counts("abcdeABCDEabcde")["distinct 5-grams"]).toBe(5);
  });

  it("takes 3.5 and 1,200 for one number each, and number words whole (“someone” is none)", () => {
    expect(counts("3.5 and 1,200").numbers).toBe(2);
    expect(counts("someone ate half a dozen").numbers).toBe(2);
  });

  it("measures the longest sentence, and a decimal point ends none", () => {
    expect(counts("Hi. It is 3.5 metres long! So?")["longest sentence"]).toBe("It is 3.5 metres long!".length);
  });

  it("counts words that carry meaning once each, and words that part clauses each time", () => {
    expect(counts("The dog and the dog and the CAT")["content words"]).toBe(2);
    expect(counts("If it rains, she stays; when not, she goes and sings").clauses).toBe(6);
    expect(counts("Sandy landed").clauses).toBe(0);
  });

  it("is 0 in all for an empty text, and has no 5-gram in four characters", () => {
    expect(wordProblemMeasures("")).toEqual([0, 0, 0, 0, 0]);
    expect(wordProblemMeasures("\ud800abc")[0]).toBe(0);
  });
});
