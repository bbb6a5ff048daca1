import { describe, expect, it } from "vitest";
import { occludeText } from "./occlusion";

/** Half, and a tenth more for each time the word occurs. */
const scoreByWord = (word: string) => {
  const asked: number[] = [];
  const score = async (prompts: readonly string[]) => {
    asked.push(prompts.length);
    return prompts.map((prompt) => 0.5 + 0.1 * (prompt.split(word).length - 1));
  };
  return { asked, score };
};

describe("occludeText", () => {
  it("finds the word that matters in a short prompt, and covers the text without gaps", async () => {
    const prompt = "Please prove this theorem.";
    const pieces = await occludeText(prompt, scoreByWord("prove").score);
    expect(pieces.map(({ start, end }) => prompt.slice(start, end)).join("")).toBe(prompt);
    expect(pieces.map(({ start, end, without }) => [prompt.slice(start, end), without])).toEqual([
      ["Please ", 0.6],
      ["prove ", 0.5],
      ["this ", 0.6],
      ["theorem.", 0.6],
    ]);
  });

  it("cuts only what matters of a long prompt into words, within 11 + 21 scores", async () => {
    const filler = "lorem ipsum dolor sit amet ".repeat(200);
    const prompt = `${filler}prove ${filler}`;
    const { asked, score } = scoreByWord("prove");
    const pieces = await occludeText(prompt, score);
    expect(pieces.map(({ start, end }) => prompt.slice(start, end)).join("")).toBe(prompt);
    const telling = pieces.filter(({ without }) => without < 0.6);
    expect(telling).toHaveLength(1);
    expect((telling[0]?.end ?? 0) - (telling[0]?.start ?? 0)).toBeLessThan(400);
    expect(asked.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(32);
  });

  it("has nothing to leave out of a single word, nor of marks without one", async () => {
    expect(await occludeText("Hello!", scoreByWord("x").score)).toEqual([]);
    expect(await occludeText("?!", scoreByWord("x").score)).toEqual([]);
  });

  it("cuts scripts without blanks into words too", async () => {
    const prompt = "证明根号二是无理数";
    const pieces = await occludeText(prompt, scoreByWord("证明").score);
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces[0]?.without).toBeCloseTo(0.5, 12);
  });
});
