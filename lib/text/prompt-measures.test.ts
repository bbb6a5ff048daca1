import { describe, expect, it } from "vitest";
import { WORD_PROBLEM_MEASURES, wordProblemMeasures } from "./prompt-measures";

describe("wordProblemMeasures", () => {
  it("counts by hand: “Two cats, 1,200 rats” has 20 characters, 16 different 5-grams, 1 number and 1 number word", () => {
    const [grams, characters, numbers] = wordProblemMeasures("Two cats, 1,200 rats");
    expect(grams).toBeCloseTo(Math.log(17), 12);
    expect(characters).toBeCloseTo(Math.log(21), 12);
    expect(numbers).toBeCloseTo(Math.log(3), 12);
    expect(WORD_PROBLEM_MEASURES).toEqual(["distinct 5-grams", "characters", "numbers"]);
  });

  it("counts a 5-gram once however often and in whatever case it comes", () => {
    // “abcde”, “bcdea”, “cdeab”, “deabc”, “eabcd” and no other.
    expect(wordProblemMeasures("abcdeABCDEabcde")[0]).toBeCloseTo(Math.log(6), 12);
  });

  it("takes 3.5 and 1,200 for one number each, and number words whole (“someone” is none)", () => {
    expect(wordProblemMeasures("3.5 and 1,200")[2]).toBeCloseTo(Math.log(3), 12);
    expect(wordProblemMeasures("someone ate half a dozen")[2]).toBeCloseTo(Math.log(3), 12);
  });

  it("is 0 in all for an empty text, and has no 5-gram in four characters", () => {
    expect(wordProblemMeasures("")).toEqual([0, 0, 0]);
    expect(wordProblemMeasures("\ud800abc")[0]).toBe(0);
  });
});
