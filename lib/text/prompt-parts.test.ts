import { describe, expect, it } from "vitest";
import { splitPrompt } from "./prompt-parts";

describe("splitPrompt", () => {
  it("cuts a multiple-choice question into its stem and the text of each option", () => {
    expect(splitPrompt("Which is a planet?\nA. Mars\nB. Sirius\nC. the Moon")).toEqual({
      stem: "Which is a planet?\n",
      options: ["Mars", "Sirius", "the Moon"],
    });
  });

  it.each([
    ["brackets", "Pick:\n(A) one\n(B) two\n(C) three", ["one", "two", "three"]],
    ["one bracket", "Pick:\nA) one\nB) two\nC) three", ["one", "two", "three"]],
    ["colons", "Pick:\nA: one\nB: two\nJ: ten", ["one", "two", "ten"]],
    ["no blank", "Pick:\nA.one\nB.two\nC.", ["one", "two", ""]],
    ["other line ends", "Pick:\r\nA. one\r\nB. two\r\nC. three\r\n", ["one", "two", "three"]],
  ])("reads options with %s", (_, prompt, options) => {
    expect(splitPrompt(prompt).options).toEqual(options);
  });

  it.each([
    ["two options are a list", "Pick:\nA. one\nB. two"],
    ["letters after J are none", "K. one\nL. two\nM. three"],
    ["small letters are none", "a. one\nb. two\nc. three"],
    ["options must begin their lines", "Is it A. one, B. two or C. three?"],
    ["a bullet is none", "- A. one\n- B. two\n- C. three"],
    ["nothing", ""],
  ])("leaves other prompts whole: %s", (_, prompt) => {
    expect(splitPrompt(prompt)).toEqual({ stem: prompt, options: [] });
  });

  it("has an empty stem where the options come first", () => {
    expect(splitPrompt("A. one\nB. two\nC. three\nWhich?")).toEqual({ stem: "", options: ["one", "two", "three"] });
  });
});
