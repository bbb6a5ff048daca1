import { describe, expect, it } from "vitest";
import { cpuMilliseconds } from "@/lib/test/cpu-milliseconds";
import { HAND_FEATURES } from "./hand-features";
import { createNgramCounter } from "./hashed-features";
import { readPromptFeatures, standardizeHand } from "./prompt-features";
import { wordProblemMeasures } from "./prompt-measures";

describe("readPromptFeatures", () => {
  it("reads prompts in order, each as if it were alone", () => {
    const prompts = ["Write a poem.", "Pick:\nA. 1\nB. 2\nC. 3", "", "Solve x = 2"];
    const read = readPromptFeatures(prompts);
    expect(read.map(({ prompt }) => prompt)).toEqual(prompts);
    expect(read.map(({ gate }) => gate)).toEqual(["chat", "multiple choice", "chat", "word problem"]);
    read.forEach(({ prompt, counts, hand, parts }) => {
      expect(counts).toEqual(createNgramCounter()(prompt));
      expect(hand).toHaveLength(HAND_FEATURES.length);
      expect(parts.options).toHaveLength(prompt.includes("A. 1") ? 3 : 0);
    });
  });

  it.each(["\n", "\r", "\u2028", " ", "a", "A.\n", "(A", "$a", "1,", ". ", "\\a", "- ", "\ud800", "😀"])(
    "reads a megabyte of %j in bounded time (tens of milliseconds; the bound is for a slow machine)",
    (unit) => {
      const prompt = unit.repeat(1_000_000 / unit.length);
      const spent = cpuMilliseconds(() => {
        const [read] = readPromptFeatures([prompt]);
        wordProblemMeasures(prompt);
        expect(read?.hand.every(Number.isFinite)).toBe(true);
      });
      expect(spent).toBeLessThan(5000);
    },
  );

  it("does not look from every blank line to the last: twenty pages of them take milliseconds, not seconds", () => {
    const prompts = Array.from({ length: 20 }, () => "\n".repeat(8000));
    expect(cpuMilliseconds(() => readPromptFeatures(prompts))).toBeLessThan(1000);
  });
});

describe("standardizeHand", () => {
  it("takes away the mean, divides by the deviation, and cuts off at ±4", () => {
    const standard = { means: [1, 1, 1, 1], deviations: [2, 2, 0.1, 0.1] };
    expect([...standardizeHand(Float64Array.of(5, 0, 9, -9), standard)]).toEqual([2, -0.5, 4, -4]);
  });
});
