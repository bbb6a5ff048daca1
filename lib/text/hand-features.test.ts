import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HAND_FEATURES, handFeatures } from "./hand-features";
import { splitPrompt } from "./prompt-parts";

const features = (prompt: string): Float64Array => handFeatures(prompt, splitPrompt(prompt));
const feature = (prompt: string, name: string): number => {
  const index = HAND_FEATURES.indexOf(name);
  if (index < 0) throw new Error(`There is no feature “${name}”`);
  return features(prompt)[index] ?? Number.NaN;
};

describe("handFeatures", () => {
  it("has a value for each of 86 different names, in their order", () => {
    expect(HAND_FEATURES).toHaveLength(86);
    expect(new Set(HAND_FEATURES).size).toBe(86);
    expect(features("Hello")).toHaveLength(86);
    expect(HAND_FEATURES.indexOf("characters")).toBe(0);
    expect(HAND_FEATURES.at(-1)).toBe("says “first”");
    expect(features("Hello")[0]).toBeCloseTo(Math.log(6), 12);
    expect(features("the first one").at(-1)).toBe(1);
  });

  it.each([
    ["Two red, two blue", "words", 4],
    ["Two red, two blue", "distinct words", 3],
    ["Two red, two blue", "number words", 2],
    ["Two red, two blue", "commas", 1],
    ["Stop. Go! Why not?", "sentences", 3],
    ["Stop. Go! Why not?", "words per sentence", 4 / 3],
    ["Stop. Go! Why not?", "last sentence", 8],
    ["Stop. Go! Why not?", "question marks", 1],
    ["1,200 and 1200 and 3.5", "numbers", 3],
    ["1,200 and 1200 and 3.5", "distinct numbers", 2],
    ["1,200 and 1200 and 3.5", "decimals", 1],
    ["1,200 and 1200 and 3.5", "largest number", 1200],
    ["1,200 and 1200 and 3.5", "sum of numbers", 2403.5],
    ["99999999999 stars", "largest number", 1e9], // cut off
    ["1234567890123456 and 5", "largest number", 5], // an identifier, not a quantity
    ["three times as many as before", "conditions", 3], // times, before, as many
    ["50% or 5 percent", "percentages", 2],
    ["1/2 and \\frac{1}{2}", "fractions", 2],
    ["He met Anna in Rome. Then he left", "capitalised words", 2],
    ["2 hours and 30 minutes a day", "time units", 3],
    ["5 kg at 3 m", "units", 2],
    ["x = (a + b) * 2", "operators", 3],
    ["x = (a + b) * 2", "parentheses", 1],
    ["\\alpha + \\beta", "LaTeX", 2],
    ["one\ntwo\nthree", "lines", 2],
    ['say “yes” or "no"', "quotes", 4],
    ["It is not true, never", "negations", 2],
    ["Suppose so; if not, assume it", "suppositions", 3],
    ["- a\n  - b\n\n1. c\n2) d\nx - e", "list items", 4],
    ["Pick:\nA. 12\nB. none of the above\nC. x", "option length", 20 / 3],
    ["Pick:\nA. 12\nB. none of the above\nC. x", "stem of a choice", 6],
    ["Pick a number", "stem of a choice", 0],
  ])("%j: %s is log(1 + %d)", (prompt, name, value) => {
    expect(feature(prompt, name)).toBeCloseTo(Math.log(1 + value), 9);
  });

  it.each([
    ["Two red, two blue", "share of distinct words", 3 / 4],
    ["Hello", "upper-case share", 1 / 5],
    ["a1b2", "digit share", 1 / 2],
    ["aé", "non-ASCII share", 1 / 2],
    ["a=b", "operator density", 1 / 3],
    ["an elephantine owl", "mean word length", (2 + 11 + 3) / 3],
    ["an elephantine owl", "long words", 1 / 3],
    ["It costs $5", "money", 1],
    ["Let $x$ be", "money", 0],
    ["Is it so?", "ends with a question", 1],
    ["Is it so? Tell me in at least sixty characters, and then in some more.", "ends with a question", 0],
    ["fill in the _", "blank to fill", 1],
    ["Statement 1 | Statement 2", "statement", 1],
    ["in which scenario", "scenario", 1],
    ["3 pens each", "rates", 1],
    ["How many?", "how many", 1],
    ["write python", "code", 1],
    ["write prose", "code", 0],
    ["Pick:\nA. 12\nB. none of the above\nC. x", "options with numbers", 1 / 3],
    ["Pick:\nA. 12\nB. none of the above\nC. x", "none of the above", 1],
    ["Pick:\nA. 12\nB. none of the above\nC. x", "option spread", Math.log(18 / 2)],
    ["Explain why", "says “explain”", 1],
    ["Explain why", "says “prove”", 0],
  ])("%j: %s is %d", (prompt, name, value) => {
    expect(feature(prompt, name)).toBeCloseTo(value, 12);
  });

  it("looks at the stem of a multiple-choice question, not at its options, but for their own features", () => {
    const prompt = "Which one?\nA. 1, 2\nB. 3, 4\nC. 5, 6";
    expect(feature(prompt, "numbers")).toBe(0);
    expect(feature(prompt, "characters")).toBeCloseTo(Math.log(1 + "Which one?\n".length), 12);
    expect(feature(prompt, "options with numbers")).toBe(1);
  });

  it("is all 0 for an empty prompt but for what is never less than one", () => {
    const nonZero = HAND_FEATURES.filter((name) => feature("", name) !== 0);
    expect(nonZero).toEqual(["words", "sentences", "words per sentence"]);
  });

  it("is finite for any text: every UTF-16 unit, lone surrogates, long digits, formulas, options", () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    const piece = fc.oneof(
      unit,
      fc.string({ unit: "binary" }),
      fc.constantFrom("A. ", "\nB) ", "\n(C) ", "\n", "$", "\\frac", "1,", ".5", "9".repeat(400), "1e999", "?", "😀"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const prompt = pieces.join("");
        const values = features(prompt);
        expect(values).toHaveLength(HAND_FEATURES.length);
        expect(values.every(Number.isFinite), JSON.stringify(prompt)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
