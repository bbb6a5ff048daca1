import { describe, expect, it } from "vitest";
import { EASY_PROMPTS, HARD_PROMPTS } from "./easy-hard-prompts";

const wordCount = (prompt: string): number => prompt.split(/\s+/).length;

describe("easy and hard prompts", () => {
  it("holds twenty different prompts of each sort", () => {
    expect(EASY_PROMPTS.length).toBe(20);
    expect(HARD_PROMPTS.length).toBe(20);
    expect(new Set([...EASY_PROMPTS, ...HARD_PROMPTS]).size).toBe(40);
  });

  it("has six long easy prompts and eight hard ones of a single sentence", () => {
    expect(EASY_PROMPTS.filter((prompt) => wordCount(prompt) >= 80)).toEqual(EASY_PROMPTS.slice(-6));
    for (const prompt of HARD_PROMPTS.slice(0, 8)) {
      expect(wordCount(prompt), prompt).toBeLessThanOrEqual(25);
      expect(prompt, "one sentence: no stop before the last character").not.toMatch(/[.?!]\s/);
    }
  });

  it("cannot be told apart by length alone: counting characters stays well below the 0.93 asked of a trained router", () => {
    const wins = HARD_PROMPTS.flatMap((hard) =>
      EASY_PROMPTS.map((easy) => (Math.sign(hard.length - easy.length) + 1) / 2),
    );
    const areaUnderCurve = wins.reduce((sum, win) => sum + win, 0) / wins.length;
    expect(areaUnderCurve).toBeGreaterThan(0.5);
    expect(areaUnderCurve).toBeLessThan(0.85);
  });
});
