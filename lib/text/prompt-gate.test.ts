import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { promptGate } from "./prompt-gate";
import { splitPrompt } from "./prompt-parts";

const gateOf = (prompt: string) => promptGate(prompt, splitPrompt(prompt));

describe("promptGate", () => {
  it.each([
    "Which gas do plants take in?\nA. oxygen\nB. nitrogen\nC. carbon dioxide\nD. neon",
    "What does this Python code print?\n(A) 1\n(B) 2\n(C) 3",
    "Solve x^2 = 4.\nA) 1\nB) 2\nC) 4",
  ])("multiple choice comes before all else: %j", (prompt) => {
    expect(gateOf(prompt)).toBe("multiple choice");
  });

  it.each([
    "Write a Python function that reverses a list.",
    "Explain this:\n```\nx = 1\n```",
    "def add(a, b):",
    "Port it to C++, please",
    "Write an SQL query for 3 tables: how many rows are in each?",
    "Why does this code leak memory?",
    "assert f(2) == 4",
  ])("code by its cues, before numbers and formulas: %j", (prompt) => {
    expect(gateOf(prompt)).toBe("code");
  });

  it.each([
    "Solve x + 3 = 5.",
    "What follows from a^n?",
    "Evaluate \\frac{1}{2}.",
    "Tom has 3 apples and buys 4 more at the market. How many has he now?",
    "Two trains leave at noon, one twice as fast; how far apart are they?",
    "A shop sells pens at 12 cents per piece and pencils at 7 for the dozen.",
  ])("word problem by a formula, or two quantities and what is asked of them: %j", (prompt) => {
    expect(gateOf(prompt)).toBe("word problem");
  });

  it.each([
    "Write a poem about the sea.",
    "How many moons does Mars have?", // no quantity
    "How many is 7?", // one quantity
    "In 1789 there was a revolution.", // quantities, but nothing asked
    "decode this message for me", // a word that holds “code”
    "What is the dress code for a garden party?",
    "Explain the code of conduct of our club.",
    "What is 2 + 2?", // too little for a problem
    "Tom has 3 apples and buys 4 more. How many has he?",
    "Thanks, bye! =)", // a smiley is no formula
    "good morning ^^",
    "Summarise https://example.org/page?id=7&sort=2 for me", // an address is no formula
    "What is in C:\\users\\anna?", // a path is no LaTeX
    "",
    " \n\t",
  ])("chat is the rest: %j", (prompt) => {
    expect(gateOf(prompt)).toBe("chat");
  });

  it("takes a text of 1,500 characters or more with numbers in it for a document, not a word problem", () => {
    const question = "There are 3 cats and 4 dogs. How many animals? ";
    const upTo = (characters: number) => question + "x".repeat(characters - question.length);
    expect(gateOf(upTo(1499))).toBe("word problem");
    expect(gateOf(upTo(1500))).toBe("chat");
  });

  it("gives a gate to any sequence of UTF-16 units, lone surrogates and control characters included", () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(units, (prompt) => {
        expect(["multiple choice", "word problem", "code", "chat"]).toContain(gateOf(prompt));
      }),
    );
    expect(gateOf(`\ud800 how many \udc00 3 and 4 ${"are there ".repeat(5)}`)).toBe("word problem");
  });
});
