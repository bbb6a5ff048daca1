import { describe, expect, it } from "vitest";
import { countCharacters, findPromptProblem, MAX_PROMPT_CHARACTERS } from "./prompt";

describe("countCharacters", () => {
  it.each([
    ["", 0],
    ["abc", 3],
    ["é", 1],
    ["👍🏽", 2],
    ["\ud800", 1],
    ["\udc00\ud800", 2],
    ["a\ud83d", 2],
    ["שלום", 4],
  ])("of %j is %i", (text, count) => {
    expect(countCharacters(text)).toBe(count);
    expect(countCharacters(text)).toBe([...text].length);
  });
});

describe("findPromptProblem", () => {
  it("takes exactly as many characters as it says, counted in code points", () => {
    expect(findPromptProblem("👍".repeat(MAX_PROMPT_CHARACTERS))).toBeUndefined();
    expect(findPromptProblem("👍".repeat(MAX_PROMPT_CHARACTERS + 1))).toBe(
      "A prompt may have up to 32,000 characters, but this one has 32,001: shorten it by 1.",
    );
  });

  it.each(["", " ", "\n\t", "\0\0", "\u200b\ufeff", "\u202e", "\u0007"])("asks for text instead of %j", (text) => {
    expect(findPromptProblem(text)).toMatch(
      /^(The prompt is empty|This prompt holds .*blanks): type or pass some text\.$/,
    );
  });

  it.each(["hi", "\0hi", "<script>alert(1)</script>", "\ud800", "😀", "مرحبا", "."])("lets %j through", (text) => {
    expect(findPromptProblem(text)).toBeUndefined();
  });

  it("judges a megabyte at once", () => {
    expect(findPromptProblem("a".repeat(1 << 20))).toContain("1,048,576");
  });
});
