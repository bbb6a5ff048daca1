import fc from "fast-check";
import { expect, it } from "vitest";
import { normalizePrompt, questionStem } from "./normalize-prompt";

it("sees through case, spacing and punctuation, in any script", () => {
  expect(normalizePrompt("  What's  2+2?\n(Show your WORK!)")).toBe("what s 2 2 show your work");
  expect(normalizePrompt("¿Qué día es?")).toBe("qué día es");
  expect(normalizePrompt("三つの、言葉。")).toBe("三つの 言葉");
  expect(normalizePrompt("?! \n")).toBe("");
});

it("leaves a normalised prompt as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (prompt) => {
      const once = normalizePrompt(prompt);
      expect(normalizePrompt(once)).toBe(once);
    }),
  );
});

it("takes the options off a multiple-choice question", () => {
  expect(questionStem("Which one?\nA. this\nB. that")).toBe("Which one?");
  expect(questionStem("Two\nlines, A. no option")).toBe("Two\nlines, A. no option");
  expect(questionStem("")).toBe("");
});
