import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldOfPrompt, isHeldOutPrompt, votePromptKey } from "./split-votes";

describe("the split of votes", () => {
  it("never puts two spellings of one prompt on two sides", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { minLength: 1, maxLength: 12 }), (words) => {
        const prompt = words.join(" ");
        const shouted = `  ${words.join(",  ").toUpperCase()}?!\n`;
        expect(votePromptKey(shouted)).toBe(votePromptKey(prompt));
        expect(isHeldOutPrompt(shouted)).toBe(isHeldOutPrompt(prompt));
        expect(foldOfPrompt(shouted, 3)).toBe(foldOfPrompt(prompt, 3));
      }),
      { seed: 1 },
    );
  });

  it("holds out about one prompt in five, and tells prompts without a word apart", () => {
    const heldOut = Array.from({ length: 2000 }, (_, index) => isHeldOutPrompt(`Question number ${index}`));
    // Four standard deviations of a binomial share.
    expect(Math.abs(heldOut.filter(Boolean).length / 2000 - 0.2)).toBeLessThan(4 * Math.sqrt(0.16 / 2000));
    expect(votePromptKey("???")).not.toBe(votePromptKey("!!!"));
  });
});
