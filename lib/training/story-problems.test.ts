import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/math/seeded-random";
import { promptGate } from "@/lib/text/prompt-gate";
import { splitPrompt } from "@/lib/text/prompt-parts";
import { storyProblems } from "./story-problems";

describe("storyProblems", () => {
  const problems = storyProblems({ count: 2000, random: createRandom(4) });

  it("fills every place of every template, and ends in a question", () => {
    expect(problems).toHaveLength(2000);
    for (const problem of problems) expect(problem).toMatch(/^[A-Z0-9$][^{}]*\?$/);
  });

  it("is the same for the same seed, and hardly ever repeats itself", () => {
    expect(storyProblems({ count: 2000, random: createRandom(4) })).toEqual(problems);
    expect(new Set(problems).size).toBeGreaterThan(1980);
  });

  it("makes what the encoder takes for word problems, of very different lengths", () => {
    const taken = problems.filter((problem) => promptGate(problem, splitPrompt(problem)) === "word problem");
    expect(taken.length).toBeGreaterThan(1800);
    const lengths = problems.map((problem) => problem.length).sort((a, b) => a - b);
    expect(lengths[1800]).toBeGreaterThan(3 * (lengths[200] ?? 0));
  });
});
